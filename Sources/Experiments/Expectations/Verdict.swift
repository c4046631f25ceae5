import Scenarios
import Statistics

/// The verdict on an expectation in one cell.
public struct Verdict: Sendable {
  /// The outcome of the check.
  public enum Outcome: String, CaseIterable, Sendable {
    case pass
    case fail
    case inconclusive
    /// The metric is undefined in the cell, because nothing was there to measure.
    case undefined
  }

  /// How it was decided.
  public enum Ground: String, CaseIterable, Sendable {
    /// By a test that stays valid if it is checked after each trial.
    case sequentialTest = "sequential test"
    /// By counting.
    case count
    /// The limit is outside the range of possible values.
    case range
    /// By an exact value, without a trial.
    case exactValue = "exact value"
    /// By a proof that the event cannot happen, without a trial.
    case certificate
    /// By the worst case of any attack, without a trial.
    case worstCase = "worst case"
  }

  /// The value of the metric, as far as it is known.
  public enum Value: Equatable, Sendable {
    /// A number with an interval that has the confidence of the expectation at any number of
    /// trials.
    case estimate(Estimate)
    /// An exact number.
    case exact(Double)
    /// Only the range of possible values.
    case within(ClosedRange<Double>)
  }

  /// A trial that shows the failure.
  public struct Witness: Equatable, Sendable {
    /// The number of the trial.
    public let trial: Int
    /// The first proposal in it, from 1, that is on the wrong side of the limit by itself; nil if
    /// there is no single one.
    public let proposal: Int?
  }

  /// The expectation.
  public let expectation: Expectation
  /// The number of the cell, from 1.
  public let cell: Int
  /// The outcome of the check; if the claim must fail, the opposite of what was found.
  public private(set) var outcome: Outcome
  /// How it was decided.
  public let ground: Ground
  /// The value of the metric; nil if it is undefined.
  public let value: Value?
  /// Why it is undefined or inconclusive although it needs no trials, in plain words; otherwise
  /// empty.
  public let reasons: [String]
  /// The number of trials that were needed.
  public let trials: Int
  /// The first trial that is on the wrong side of the limit by itself, if the expectation failed
  /// and there is one among the allowed trials.
  public internal(set) var witness: Witness?
}

extension Verdict.Outcome {
  /// The outcome of a claim that rests on premises.
  package func granting(_ isGranted: Bool) -> Verdict.Outcome {
    self == .pass && !isGranted ? .inconclusive : self
  }
}

extension [Verdict.Outcome] {
  /// The outcome of several claims together.
  package var together: Verdict.Outcome {
    if contains(.fail) { return .fail }
    return allSatisfy { $0 == .pass } ? .pass : .inconclusive
  }
}

extension Verdict {
  /// The verdict on a claim that was held or broken, turned round if it must be broken.
  var turned: Verdict {
    guard expectation.mustFail else { return self }
    var turned = self
    turned.witness = nil
    switch outcome {
    case .pass: turned.outcome = .fail
    case .fail: turned.outcome = .pass
    case .inconclusive, .undefined: break
    }
    return turned
  }
}
