import Detection
import Forms
import JSON

extension Detector {
  /// A method and the one parameter it has.
  static let form = Form(
    schema: ["oneOf": .array(Method.allCases.map { .object(form(of: $0).schema) })],
    read: { cursor in
      guard let method = cursor.required("method")?.word(as: Method.self) else { return nil }
      return form(of: method).read(cursor)
    }, write: { form(of: $0.method).write($0) })

  /// The form of the detectors of one method.
  private static func form(of method: Method) -> Form<Detector> {
    let parameter = method.parameter
    let word = Form<Method>.word.explained(["enum": [.string(method.rawValue)]])
    return .record(
      Detector(method),
      [
        .required("method", \.method, word, "How blocs are found."),
        .init(parameter.rawValue, \.value, .number(parameter.range), method.parameterNote),
      ])
  }
}

extension Detector.Parameter {
  /// The values it may have.
  fileprivate var range: NumberRange {
    switch self {
    case .threshold: .share
    case .alpha: .between(0, 1)
    case .tau: .from(0, to: 1000)
    }
  }
}

extension Detector.Method {
  fileprivate var parameterNote: JSONValue {
    switch self {
    case .agreementCliques, .kappa: "The agreement from which on two voters belong together."
    case .sharedErrors, .copying: "The rate of false alarms allowed."
    case .groupLikelihood: "How much likelier a bloc must be than none."
    case .outcomeReputation: "The share of its first weight that a voter must keep."
    }
  }
}
