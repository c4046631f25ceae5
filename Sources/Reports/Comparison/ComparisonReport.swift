import Experiments
import JSON
import Scenarios

/// What a comparison found, for people and for programs.
public struct ComparisonReport: Sendable {
  /// One of the two that are compared.
  public struct Side: Sendable {
    /// Where it comes from.
    let source: String
    /// Its scenario.
    public let file: ScenarioFile

    /// The side from a place, with its scenario.
    public init(source: String, file: ScenarioFile) {
      self.source = source
      self.file = file
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

  /// What became of a changed metric, in a word; nil where no way is better.
  static func verdict(on change: Comparison.Change) -> String? {
    change.isWorse.map { $0 ? "worse" : "better" }
  }
}
