import JSON

extension DetectorSpecification {
  /// A method and the one parameter it has.
  static let form = Form(
    schema: ["oneOf": .array(Method.allCases.map { .object(form(of: $0).schema) })],
    read: { cursor in
      guard let method = cursor.required("method")?.word(as: Method.self) else { return nil }
      return form(of: method).read(cursor)
    }, write: { form(of: $0.method).write($0) })

  /// The form of the detectors of one method.
  private static func form(of method: Method) -> Form<DetectorSpecification> {
    let parameter = method.parameter
    let word = Form<Method>.word.explained(["enum": [.string(method.rawValue)]])
    return .record(
      DetectorSpecification(method),
      [
        .required("method", \.method, word, "How blocs are found."),
        .init(parameter.rawValue, \.value, .number(parameter.range), parameter.note),
      ])
  }
}

extension DetectorSpecification.Parameter {
  fileprivate var note: JSONValue {
    switch self {
    case .threshold: "The agreement from which on two voters belong together."
    case .alpha: "The rate of false alarms allowed."
    case .tau: "How much likelier a bloc must be than none."
    }
  }
}
