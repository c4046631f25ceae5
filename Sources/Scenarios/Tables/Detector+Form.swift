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
    let definition = method.definition
    let parameter = definition.parameter
    let word = Form<Method>.word.explained(["enum": [.string(method.rawValue)]])
    return .record(
      Detector(method),
      [
        .required("method", \.method, word, "How blocs are found."),
        .init(
          parameter.rawValue, \.value, .number(parameter.range),
          .string(definition.parameterNote)),
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
