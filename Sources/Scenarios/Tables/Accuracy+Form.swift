import Agents
import JSON

extension Form<Accuracy> {
  /// One probability for all proposals, or one for each kind.
  static var accuracy: Form {
    let single = Form<Double>.probability
    let both = Form.record(
      Accuracy.perfect,
      [
        .required("warranted", \.warranted, .probability, "Where the facts call for the action."),
        .required("unwarranted", \.unwarranted, .probability, "Where they do not."),
      ])
    return Form(
      schema: ["anyOf": [.object(single.schema), .object(both.schema)]],
      read: { cursor in
        if case .number = cursor.node.content { return single.read(cursor).map { Accuracy($0) } }
        guard case .object = cursor.node.content else {
          return cursor.mismatch(
            "a probability from 0 to 1, or an object with the keys warranted and unwarranted")
        }
        return both.read(cursor)
      }, write: both.write)
  }
}
