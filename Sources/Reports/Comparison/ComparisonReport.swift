import Experiments
import JSON
import Scenarios

/// The report on a comparison, for people and for programs.
public struct ComparisonReport: Sendable {
  /// One of the two compared results.
  public struct Side: Sendable {
    /// The source: a folder or a file.
    let source: String
    /// Its scenario.
    public let file: ScenarioFile
    /// What the command line changes in the scenario, as `PATH=VALUE`.
    let changes: [String]

    /// A result with the name of its source.
    public init(source: String, file: ScenarioFile, changes: [String] = []) {
      self.source = source
      self.file = file
      self.changes = changes
    }
  }

  let comparison: Comparison
  let base: Side
  let new: Side

  /// The report on a comparison of two sides.
  public init(_ comparison: Comparison, base: Side, new: Side) {
    self.comparison = comparison
    self.base = base
    self.new = new
  }

  /// Whether a changed metric is worse or better; nil if neither direction is worse.
  static func verdict(on change: Comparison.Change) -> String? {
    change.isWorse.map { $0 ? "worse" : "better" }
  }
}
