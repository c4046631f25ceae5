import Consensus

/// A method of finding blocs, with the one parameter it has; none sees the truth.
public struct Detector: Hashable, Sendable {
  /// The methods, each defined beside its code; raw values are the words of scenarios and of the
  /// command line.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    case agreementCliques = "agreement_cliques"
    case kappa
    case sharedErrors = "shared_errors"
    case copying
    case groupLikelihood = "group_likelihood"
    case outcomeReputation = "outcome_reputation"
  }

  /// What methods are told, each in a note of its own; raw values are the keys of scenarios.
  public enum Parameter: String, CaseIterable, Hashable, Sendable {
    /// The share from which on something counts, or down to which.
    case threshold
    /// A rate of false alarms.
    case alpha
    /// A logarithm of how much likelier one thing must be than another.
    case tau
  }

  /// The method.
  public var method: Method
  /// The value of the method's parameter.
  public var value: Double

  /// A method with a value for its parameter; its usual one unless another is given.
  public init(_ method: Method, value: Double? = nil) {
    self.method = method
    self.value = value ?? method.definition.standardValue
  }

  /// What the method makes of votes.
  ///
  /// - Complexity: O(*n*² · *m*) at most in voters and proposals, for `group_likelihood` times the
  ///   size of the blocs.
  public func findings(in votes: VoteMatrix) -> Findings {
    method.definition.find(votes, value)
  }
}

extension Detector {
  /// What there is to know of a method, stated beside its code.
  public struct Definition: Sendable {
    /// What the method is told.
    public let parameter: Parameter
    /// The usual value of its parameter.
    public let standardValue: Double
    /// What its parameter is, in a sentence.
    public let parameterNote: String
    /// What it makes of votes, given the value of its parameter.
    let find: @Sendable (VoteMatrix, Double) -> Findings
  }
}

extension Detector.Method {
  /// The definition of the method.
  public var definition: Detector.Definition {
    switch self {
    case .agreementCliques: .agreementCliques
    case .kappa: .kappa
    case .sharedErrors: .sharedErrors
    case .copying: .copying
    case .groupLikelihood: .groupLikelihood
    case .outcomeReputation: .outcomeReputation
    }
  }
}
