import CSV
import Metrics
import Text

/// The columns of all files of a result, with what they hold.
public enum ColumnDictionary {
  /// A column of a file.
  public struct Column: Sendable {
    /// The file.
    public let file: String
    /// The name; axes stand as `AXIS`.
    public let name: String
    /// What it holds, in one sentence.
    public let meaning: String
    /// The values that it may have.
    public let values: String
    /// Which values are better: higher, lower, or empty.
    public let better: String

    fileprivate init(
      _ file: String, _ name: String, _ meaning: String, _ values: String = "",
      better: String = ""
    ) {
      self.file = file
      self.name = name
      self.meaning = meaning
      self.values = values
      self.better = better
    }
  }

  /// The columns in their order, file by file.
  public static let columns = ofSummary + ofBlocs + ofTrials

  /// The columns as a table.
  public static var table: DataTable {
    DataTable(
      header: ["file", "column", "meaning", "values", "better"],
      rows: columns.map { [$0.file, $0.name, $0.meaning, $0.values, $0.better] })
  }

  // MARK: Files

  private static let axis = (
    name: "AXIS", meaning: "The value of an axis of the sweep; a column for each axis."
  )

  private static let ofSummary: [Column] = {
    let file = "summary.csv"
    let known = Metric.exact.flatMap { metric in
      MetricColumn.known(of: metric).map {
        Column(file, $0.name, $0.meaning, metric.valuesText, better: metric.betterText)
      }
        + (!metric.definition.hasWorst
          ? []
          : [
            Column(
              file, MetricColumn.kind(of: metric),
              "Whether an attack brings \(metric.rawValue)_worst about, or it is only a bound.",
              "attained or bound")
          ])
    }
    return CellColumn.ofCell.map { Column(file, $0.name, $0.meaning) }
      + [Column(file, axis.name, axis.meaning)]
      + CellColumn.ofScenario.map { Column(file, $0.name, $0.meaning) }
      + Metric.ofProtocol.flatMap { ofMetric($0, in: file) } + known
  }()

  private static let ofBlocs: [Column] = {
    let file = "blocs.csv"
    return CellColumn.ofCell.map { Column(file, $0.name, $0.meaning) }
      + [Column(file, axis.name, axis.meaning)]
      + BlocSummary.columns.map { Column(file, $0.name, $0.meaning) }
      + Metric.ofDetectors.flatMap { ofMetric($0, in: file) }
  }()

  private static let ofTrials: [Column] = {
    let file = "trials.csv"
    return CellColumn.ofCell.map { Column(file, $0.name, $0.meaning) }
      + [
        Column(file, axis.name, axis.meaning),
        Column(file, "trial", "The number of the trial, from 1."),
      ] + zip(TrialCounts.names, TrialCounts.meanings).map { Column(file, $0, $1, "a count") }
  }()

  private static func ofMetric(_ metric: Metric, in file: String) -> [Column] {
    let estimate = Column(
      file, metric.rawValue, metric.meaning, metric.valuesText, better: metric.betterText)
    if metric.isCount { return [estimate] }
    return [
      estimate,
      Column(
        file, "\(metric.rawValue)_low", "The lower limit of its 95 % interval.",
        metric.valuesText),
      Column(
        file, "\(metric.rawValue)_high", "The upper limit of its 95 % interval; empty if infinite.",
        metric.valuesText),
    ]
  }
}

extension Metric {
  /// The values that it may have.
  public var valuesText: String {
    if isCount { return "a count" }
    let (least, most) = (limits.lowerBound.shortest, limits.upperBound.shortest)
    return limits.upperBound > 1 ? "from \(least)" : "from \(least) to \(most)"
  }

  /// Which values are better; empty if none are.
  public var betterText: String {
    switch worsening {
    case .rising: "lower"
    case .falling: "higher"
    case .neither: ""
    }
  }
}
