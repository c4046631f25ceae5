import JSON
import Text

/// A field with another value than in the file.
public struct ScenarioOverride: Hashable, Sendable, CustomStringConvertible {
  /// The path of the field.
  public let path: String
  /// The value: JSON, or else a string.
  public let value: String
  /// The option with which it was given, for messages.
  public var option = "--set"

  /// Changes the field at a path; the path is checked when the file is read.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Reads `PATH=VALUE`; nil without `=` or without a path.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    self.init(
      path: String(argument[..<equals]), value: String(argument[argument.index(after: equals)...]))
  }

  /// The override as on the command line.
  public var description: String { "\(option) \(assignment)" }

  /// The path and the value, as `PATH=VALUE`.
  public var assignment: String { "\(path)=\(value)" }

  /// Whether it gives an axis of a sweep its only value.
  public func fixes(_ axis: String) -> Bool {
    ScenarioPath(path).map { $0 == ScenarioPath(axis) } ?? false
  }

  /// The value, with one offset for all its parts.
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
