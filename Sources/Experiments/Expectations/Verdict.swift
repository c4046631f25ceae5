import Scenarios
import Statistics

/// What was found of an expectation in one cell.
public struct Verdict: Sendable {
  /// How it ended.
  public enum Outcome: String, Sendable {
    case pass
    case fail
    case inconclusive
    /// What is expected of is not defined in the cell: nothing of the kind has happened.
    case undefined
  }

  /// How it was decided.
  public enum Ground: String, Sendable {
    /// By a test that stays valid under continuous looking.
    case sequentialTest = "sequential test"
    /// By counting.
    case count
    /// By an exact value, without a trial.
    case exactValue = "exact value"
  }

  /// What was expected.
  public let expectation: Expectation
  /// The number of the cell, from 1.
  public let cell: Int
  /// How it ended.
  public let outcome: Outcome
  /// How it was decided.
  public let ground: Ground
  /// What the metric came to; nil where it is not defined.
  ///
  /// The interval holds at the expectation's confidence, however the trials were looked at.
  public let estimate: Estimate?
  /// How many trials were looked at.
  public let trials: Int
  /// The first trial that by itself is on the wrong side of the limit, if the expectation failed.
  public let witness: Int?
}
