import Consensus

/// A method of finding blocs, with the one parameter it has; none sees the truth.
public struct Detector: Hashable, Sendable {
  /// A way of finding blocs, stated whole beside its code.
  public struct Method: Sendable {
    /// Its name in scenarios and on the command line.
    public let name: String
    /// What it looks for, in one sentence.
    public let summary: String
    /// What the method is told.
    public let parameter: Parameter
    /// The usual value of its parameter.
    public let standardValue: Double
    /// What its parameter is, in a sentence.
    public let parameterNote: String
    /// What it makes of votes, given the value of its parameter.
    let find: @Sendable (VoteMatrix, Double) -> Findings

    /// A method; each part is stated, none is taken for granted.
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
    self.value = value ?? method.standardValue
  }

  /// What the method makes of votes.
  ///
  /// - Complexity: O(*n*² · *m*) at most in voters and proposals, for `group_likelihood` times the
  ///   size of the blocs.
  public func findings(in votes: VoteMatrix) -> Findings {
    method.find(votes, value)
  }
}

extension Detector.Method: Hashable, CustomStringConvertible {
  /// Methods are told apart by their names.
  public static func == (left: Detector.Method, right: Detector.Method) -> Bool {
    left.name == right.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  public var description: String { name }
}

extension Detector.Method {
  /// The methods of this library, in the order in which they are listed everywhere.
  public static let standard: [Detector.Method] = [
    .agreementCliques, .kappa, .sharedErrors, .copying, .groupLikelihood, .outcomeReputation,
  ]
}
