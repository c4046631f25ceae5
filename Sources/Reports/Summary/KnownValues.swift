import Experiments
import Guarantees
import Metrics
import Scenarios

/// What is known of a summary's cells without simulating them, to be shown beside the estimates.
struct KnownValues {
  /// What is known of one metric in one cell.
  struct Value {
    /// The exact value.
    var exact: Double?
    /// The worst that the faulty voters could bring about; nil where there are none.
    var worst: Double?
    /// How far the exact value, or else the estimate, is from the worst.
    var gap: Double?
  }

  private let cells: [(analysis: ExactAnalysis, isAttacked: Bool)]

  /// What can be worked out for a scenario in about a second.
  init(_ file: ScenarioFile) {
    let effort = ExactEffort.full.share(Self.share / Double(file.cells.count))
    cells = file.cells.map { cell in
      let isAttacked = cell.groups.contains { $0.count > 0 && $0.role.isFaulty }
      return (ExactAnalysis(cell, within: effort), isAttacked)
    }
  }

  /// The part of the work that would go into a single electorate on its own.
  private static let share = 0.1

  /// What is known of a metric in a cell, the cells counted from 0, given its estimate.
  ///
  /// The worst case is that of an adversary who decides which honest votes have arrived, if the
  /// cell lets the faulty voters do so, and otherwise that of one who cannot.
  func value(of metric: Metric, inCell index: Int, estimate: Double?) -> Value {
    let (analysis, isAttacked) = cells[index]
    var value = Value(exact: analysis.value(of: metric))
    guard isAttacked else { return value }
    value.worst =
      analysis.isArrivalTheirs
      ? analysis.worst(of: metric) : analysis.worstAllCounted(of: metric)
    if let worst = value.worst, let actual = value.exact ?? estimate {
      // An estimate may be a little beyond the worst.
      value.gap = max(0, metric.worsening == .falling ? actual - worst : worst - actual)
    }
    return value
  }

  /// What is to be said below a table in which some worst cases stand.
  var notes: [String] {
    var notes: [String] = []
    let attacked = cells.filter(\.isAttacked).map(\.analysis)
    let free = attacked.filter { $0.isArrivalTheirs && $0.worst(of: .correctRate) != nil }
    let bound = attacked.filter {
      !$0.isArrivalTheirs && $0.worstAllCounted(of: .correctRate) != nil
    }
    let worst = "worst: what the faulty voters could do at most,"
    if !free.isEmpty && !bound.isEmpty {
      notes += [
        worst, "where they can call the tally or rule the network also by holding votes back",
      ]
    } else if !free.isEmpty {
      notes.append("\(worst) also by holding votes back")
    } else if !bound.isEmpty {
      notes.append("\(worst) all honest votes counted")
    }
    if cells.contains(where: \.analysis.isGivenUp) {
      notes.append("what would take long is left out; see `quorumlab exact`")
    }
    return notes
  }
}
