import Consensus
import Forms
import JSON
import Text

extension SettingsRecord {
  /// The settings as an object with all defaults.
  public var json: JSONValue { Self.form.write(self) }

  /// Reads settings from a JSON text; throws all problems.
  public init(parsing text: [UInt8]) throws(TextProblems) {
    self = try Self.form.value(parsing: text)
  }
}

extension Form {
  /// Reads a text with only such a value.
  func value(parsing text: [UInt8]) throws(TextProblems) -> Value {
    let document: JSONDocument
    do throws(TextProblem) {
      document = try JSONDocument(parsing: text)
    } catch {
      throw TextProblems([error])
    }
    let log = ProblemLog(document)
    let value = read(JSONCursor(document, log: log))
    if let value, log.problems.isEmpty { return value }
    throw TextProblems(log.problems)
  }
}
