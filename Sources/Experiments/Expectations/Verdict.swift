import Scenarios
import Statistics

/// What was found of an expectation in one cell.
public struct Verdict: Sendable {
  /// How it ended.
  public enum Outcome: String, CaseIterable, Sendable {
    case pass
    case fail
    case inconclusive
    /// What is expected of is not defined in the cell: nothing of the kind has happened.
    case undefined
  }

  /// How it was decided.
  public enum Ground: String, CaseIterable, Sendable {
    /// By a test that stays valid under continuous looking.
    case sequentialTest = "sequential test"
    /// By counting.
    case count
    /// The limit lies beyond all values that there can be.
    case range
    /// By an exact value, without a trial.
    case exactValue = "exact value"
    /// By a proof that the event cannot happen, without a trial.
    case certificate
    /// By the worst that anybody could bring about, without a trial.
    case worstCase = "worst case"
  }

  /// What is known of the metric.
  public enum Value: Equatable, Sendable {
    /// A number with an interval that holds at the expectation's confidence, however one looked.
    case estimate(Estimate)
    /// A number that is known.
    case exact(Double)
    /// Only that it lies somewhere in there.
    case within(ClosedRange<Double>)
  }

  /// A trial that shows what went wrong.
  public struct Witness: Equatable, Sendable {
    /// Its number.
    public let trial: Int
    /// The first proposal in it that by itself is on the wrong side of the limit, from 1; nil where
    /// it takes more than one.
    public let proposal: Int?
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
  public let value: Value?
  /// How many trials were looked at to decide.
  public let trials: Int
  /// The first trial that by itself is on the wrong side of the limit, if the expectation failed and
  /// there is one within the trials allowed.
  public internal(set) var witness: Witness?
}
