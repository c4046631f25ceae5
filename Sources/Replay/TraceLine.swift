import Consensus
import JSON
import Text

/// A decoded line of a trace: an operation, its time, and the recorded answer.
struct TraceLine {
  let name: TraceOperationName
  let operation: TraceOperation
  let time: Seconds
  let expected: JSONValue?

  /// Decodes a line; throws all its problems.
  init(_ text: [UInt8]) throws(TextProblems) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: text)
    } catch {
      throw TextProblems([error])
    }
    let log = ProblemLog(document)
    let line = Self.decode(JSONCursor(document, log: log))
    guard let line, log.problems.isEmpty else { throw TextProblems(log.problems) }
    self = line
  }

  private init(
    name: TraceOperationName, operation: TraceOperation, time: Seconds, expected: JSONValue?
  ) {
    self.name = name
    self.operation = operation
    self.time = time
    self.expected = expected
  }

  private static func decode(_ cursor: JSONCursor) -> TraceLine? {
    guard let name = cursor.required("op")?.word(as: TraceOperationName.self),
      let fields = cursor.fields(["op", "at"] + name.arguments + ["expect"])
    else { return nil }
    let time = fields.required("at")?.seconds()
    let operation = TraceOperation(name, fields)
    guard let time, let operation else { return nil }
    return TraceLine(
      name: name, operation: operation, time: time, expected: fields["expect"]?.node.value)
  }
}
