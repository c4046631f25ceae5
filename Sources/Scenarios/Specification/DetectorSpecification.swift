/// A method of finding blocs, with its parameter.
public struct DetectorSpecification: Hashable, Sendable {
  /// The methods; raw values are the words of scenarios.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    case agreementCliques = "agreement_cliques"
    case kappa
    case sharedErrors = "shared_errors"
    case copying
    case groupLikelihood = "group_likelihood"
  }

  /// What a method is told; raw values are the keys of scenarios.
  public enum Parameter: String, CaseIterable, Hashable, Sendable {
    /// The agreement from which on two voters belong together.
    case threshold
    /// The rate of false alarms allowed.
    case alpha
    /// How much likelier a bloc must be than none.
    case tau
  }

  /// The method.
  public internal(set) var method: Method
  /// The value of the method's parameter.
  public internal(set) var value: Double

  /// A method with a value for its parameter; its usual one unless another is given.
  public init(_ method: Method, value: Double? = nil) {
    self.method = method
    self.value = value ?? method.standardValue
  }
}

extension DetectorSpecification.Method {
  /// What the method is told.
  public var parameter: DetectorSpecification.Parameter {
    switch self {
    case .agreementCliques, .kappa: .threshold
    case .sharedErrors, .copying: .alpha
    case .groupLikelihood: .tau
    }
  }

  /// The usual value of its parameter.
  public var standardValue: Double {
    switch self {
    case .agreementCliques: 0.9
    case .kappa: 0.8
    case .sharedErrors, .copying: 0.01
    case .groupLikelihood: 3
    }
  }
}

extension DetectorSpecification.Parameter {
  /// The values it may have.
  var range: NumberRange {
    switch self {
    case .threshold: .share
    case .alpha: .between(0, 1)
    case .tau: .from(0, to: 1000)
    }
  }
}
