/// One thing wrong with a JSON document: where, what, and what would be allowed.
public struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands.
  public let position: TextPosition
  /// Which value it is about, such as `voters[0].count`; `$` for the whole document.
  public let path: String
  /// What is wrong; what is allowed.
  public let message: String

  /// A problem.
  public init(position: TextPosition, path: String, message: String) {
    self.position = position
    self.path = path
    self.message = message
  }

  /// The problem as `LINE:COLUMN: PATH: what is wrong; what is allowed`.
  public var description: String { "\(position): \(path): \(message)" }
}
