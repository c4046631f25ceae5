import Consensus
import JSON

extension SettingsRecord {
  /// The settings, every one spelt out.
  public var json: JSONValue { Self.form.write(self) }

  /// Reads settings by themselves, or throws everything that is wrong with them.
  public init(parsing text: [UInt8]) throws(ScenarioError) {
    self = try Self.form.value(parsing: text)
  }
}

extension Form {
  /// Reads a text that holds nothing but such a value.
  fileprivate func value(parsing text: [UInt8]) throws(ScenarioError) -> Value {
    let document: JSONDocument
    do throws(JSONProblem) {
      document = try JSONDocument(parsing: text)
    } catch {
      throw ScenarioError(problems: [ScenarioProblem(error)])
    }
    let log = ProblemLog(document)
    let value = read(JSONCursor(document, log: log))
    if let value, log.problems.isEmpty { return value }
    throw ScenarioError(problems: log.problems.map { ScenarioProblem($0) })
  }
}
