/// A problem in a text of the user: where, what is wrong, and what is allowed.
///
/// JSON, CSV, traces, votes, scenarios and lists on the command line all report problems in this
/// form.
public struct TextProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place of a problem.
  public enum Place: Hashable, Sendable, CustomStringConvertible {
    /// A position in the text.
    case text(TextPosition)
    /// Something given in addition to the text, such as an option, as the user wrote it.
    case argument(String)

    /// The position as `LINE:COLUMN`, or the text of the option.
    public var description: String {
      switch self {
      case .text(let position): position.description
      case .argument(let text): text
      }
    }
  }

  /// The place of the problem.
  public let place: Place
  /// The path of the value, such as `voters[0].count`; `$` for the whole text.
  public let path: String
  /// What is wrong; what is allowed.
  public let message: String

  /// A problem at a place; the message is `what is wrong; what is allowed`.
  public init(_ place: Place, path: String, message: String) {
    self.place = place
    self.path = path
    self.message = message
  }

  /// A problem in the text, by default at its beginning.
  public init(position: TextPosition = .start, path: String, message: String) {
    self.init(.text(position), path: path, message: message)
  }

  /// The problem as `PLACE: PATH: what is wrong; what is allowed`.
  ///
  /// Names and values in it come from files, so it is made safe to show.
  public var description: String { "\(place): \(path): \(message)".shown }
}
