import JSON
import Text

/// A field that is given another value than the file gives it.
public struct ScenarioOverride: Hashable, Sendable, CustomStringConvertible {
  /// The path of the field.
  public let path: String
  /// Its value: JSON, or else a text.
  public let value: String

  /// A field and its value.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Reads `PATH=VALUE`, or gives nil where there is no `=` or nothing before it.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    self.init(
      path: String(argument[..<equals]), value: String(argument[argument.index(after: equals)...]))
  }

  /// The override as it stands on the command line.
  public var description: String { "--set \(path)=\(value)" }

  /// The value, all of it standing at one offset.
  func node(at offset: Int, log: ProblemLog) -> JSONNode {
    guard let document = try? JSONDocument(parsing: value) else {
      return JSONNode(content: .string(value), offset: offset)
    }
    for problem in document.unplacedProblems {
      log.report(problem.message, path: problem.path, offset: offset)
    }
    return document.root.moved(to: offset)
  }
}
