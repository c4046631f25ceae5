import CSV
import Exactness
import Metrics
import Scenarios
import Text

/// The values of one column in all cells of a scenario, for people.
struct CellSeries {
  let column: MetricColumn
  /// What is shown of each cell; a dash where there is no value.
  let texts: [String]
  /// The values, to be put in order; nil where there is none.
  let numbers: [Double?]
  /// Half the width of each interval; nil where there is none.
  let reach: [Double?]
  /// Whether the metric is defined in each cell.
  let isDefined: [Bool]
  /// Whether each value is a bound, which perhaps no attack reaches.
  private let isBound: [Bool]

  /// A column of a table with a row for each cell.
  init(_ column: MetricColumn, _ table: DataTable, of file: ScenarioFile) {
    self.column = column
    let fields = table.column(column.name) ?? []
    switch column.value {
    case .estimate:
      let estimates = table.estimates(of: column.metric)
      texts = estimates.map {
        [$0.value, $0.interval].filter { !$0.isEmpty }.joined(separator: " ")
      }
      let limits = ["_low", "_high"].map { table.column(column.metric.rawValue + $0) }
      // A value without a number but with a lower limit is infinite.
      numbers = fields.indices.map { row in
        Double(fields[row]) ?? (estimates[row].value == "-" ? nil : .infinity)
      }
      isDefined = numbers.map { $0 != nil }
      isBound = numbers.map { _ in false }
      reach = fields.indices.map { row in
        guard let low = limits[0].flatMap({ Double($0[row]) }),
          let high = limits[1].flatMap({ Double($0[row]) })
        else { return nil }
        return (high - low) / 2
      }
    case .exact, .worst, .worstCounted, .causal:
      let kinds = table.column(MetricColumn.kind(of: column.metric))
      let estimates = table.column(column.metric.rawValue)
      let isDefined = fields.indices.map { estimates?[$0].isEmpty != true }
      let numbers = fields.indices.map { row in
        // Beside what happened the worst case says nothing where nobody attacks.
        let isMeant =
          column.value == .exact || estimates == nil || file.cells[row].scenario.isAttacked
        return isMeant && isDefined[row] ? Double(fields[row]) : nil
      }
      let isBound = fields.indices.map { row in
        numbers[row] != nil && column.value == .worst
          && kinds?[row] == WorstValue.Kind.bound.rawValue
      }
      texts = zip(numbers, isBound).map { number, isBound in
        guard let number else { return "-" }
        return column.metric.text(ofWorst: number, isBound ? .bound : .attained)
      }
      reach = numbers.map { _ in nil }
      self.numbers = numbers
      self.isDefined = isDefined
      self.isBound = isBound
    }
  }

  /// Whether it has a value in some of these cells.
  func isKnown(in rows: [Int]) -> Bool { rows.contains { numbers[$0] != nil } }

  /// Whether it has a bound in some of these cells.
  func hasBound(in rows: [Int]) -> Bool { rows.contains { isBound[$0] } }

  /// Whether all these cells have the same.
  func isConstant(in rows: [Int]) -> Bool {
    rows.dropFirst().allSatisfy { texts[$0] == texts[rows[0]] }
  }

  /// The order of two values, the worse first, and any value before none.
  func isWorse(_ one: Double?, than other: Double?) -> Bool {
    guard let one else { return false }
    guard let other else { return true }
    return column.metric.worsening == .falling ? one < other : one > other
  }

  /// The worst of some cells; nil if none of them has a value.
  func worst(of rows: [Int]) -> Int? {
    rows.filter { numbers[$0] != nil }.min { isWorse(numbers[$0], than: numbers[$1]) }
  }

  /// The mean of some cells that have a value; nil if none has.
  func mean(of rows: [Int]) -> Double? {
    let known = rows.compactMap { numbers[$0] }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
