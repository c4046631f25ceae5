import Detection
import Forms
import JSON
import Text

extension Detector {
  /// The form of a detector: a method and its parameter.
  static func form(_ methods: [Method]) -> Form<Detector> {
    let forms = methods.map { (method: $0, form: form(of: $0)) }
    let word = Form<Method>.choice(among: methods)
    return Form(
      schema: ["oneOf": .array(forms.map { .object($0.form.schema) })],
      read: { cursor in
        guard let method = cursor.required("method").flatMap(word.read) else { return nil }
        return forms.first { $0.method == method }?.form.read(cursor)
      }, write: { form(of: $0.method).write($0) })
  }

  /// The form of the detectors of one method.
  private static func form(of method: Method) -> Form<Detector> {
    .record(
      Detector(method),
      [
        .required(
          "method", \.method, .choice(among: [method]),
          "The method that finds blocs."),
        .init(
          method.parameter.rawValue, \.value, .number(method.parameter.range),
          .string(method.parameterNote)),
      ])
  }
}

extension Detector.Parameter {
  /// The allowed values of the parameter.
  fileprivate var range: NumberRange {
    switch self {
    case .threshold: .share
    case .alpha: .between(0, 1)
    case .tau: .from(0, to: 1000)
    }
  }
}
