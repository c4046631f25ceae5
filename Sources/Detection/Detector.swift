import Consensus
import Text

/// A method of finding blocs with a value of its parameter; no method sees the truth.
public struct Detector: Hashable, Sendable {
  /// A method of finding blocs, defined completely next to its code.
  public struct Method: NamedChoice {
    /// Its name in scenarios and on the command line.
    public let name: String
    /// What it reports, in one sentence.
    public let summary: String
    /// The parameter of the method.
    public let parameter: Parameter
    /// The default of its parameter.
    public let standardValue: Double
    /// The meaning of its parameter, in one sentence.
    public let parameterNote: String
    /// Finds blocs in votes, given the value of the parameter.
    let find: @Sendable (VoteMatrix, Double) -> Findings

    /// A method; no part has a default, so each must be considered.
    public init(
      name: String, summary: String, parameter: Parameter, standardValue: Double,
      parameterNote: String, find: @escaping @Sendable (VoteMatrix, Double) -> Findings
    ) {
      self.name = name
      self.summary = summary
      self.parameter = parameter
      self.standardValue = standardValue
      self.parameterNote = parameterNote
      self.find = find
    }
  }

  /// The parameters of methods; raw values are the keys of scenarios.
  public enum Parameter: String, CaseIterable, Hashable, Sendable {
    /// A lowest or highest share that counts.
    case threshold
    /// A rate of false alarms.
    case alpha
    /// The logarithm of a likelihood ratio.
    case tau
  }

  /// The method.
  public var method: Method
  /// The value of the method's parameter.
  public var value: Double

  /// A method with a value of its parameter, by default its usual one.
  public init(_ method: Method, value: Double? = nil) {
    self.method = method
    self.value = value ?? method.standardValue
  }

  /// Finds blocs in votes.
  ///
  /// - Complexity: O(*n*² · *m*) at most in voters and proposals; for `group_likelihood` times the
  ///   size of the blocs.
  public func findings(in votes: VoteMatrix) -> Findings {
    method.find(votes, value)
  }
}

extension Detector.Method {
  /// The methods of this library, in the order of all lists.
  public static let standard: [Detector.Method] = [
    .agreementCliques, .kappa, .sharedErrors, .copying, .groupLikelihood, .outcomeReputation,
  ]
}
