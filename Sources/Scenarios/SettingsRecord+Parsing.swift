import Consensus
import Forms
import JSON
import Text

extension SettingsRecord {
  /// The settings, every one spelt out.
  public var json: JSONValue { Self.form.write(self) }

  /// Reads settings by themselves, or throws everything that is wrong with them.
  public init(parsing text: [UInt8]) throws(TextProblems) {
    self = try Self.form.value(parsing: text)
  }
}

extension Form {
  /// Reads a text that holds nothing but such a value.
  fileprivate func value(parsing text: [UInt8]) throws(TextProblems) -> Value {
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
