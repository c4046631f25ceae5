/// One thing wrong with what somebody wrote: where, what, and what would be allowed.
///
/// JSON, CSV, traces, votes, scenarios and lists on the command line all say it this way.
public struct TextProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where something is wrong.
  public enum Place: Hashable, Sendable, CustomStringConvertible {
    /// At a place in the text.
    case text(TextPosition)
    /// In something that was given beside the text, as it was given.
    case argument(String)

    /// The place as `LINE:COLUMN`, or what was given.
    public var description: String {
      switch self {
      case .text(let position): position.description
      case .argument(let text): text
      }
    }
  }

  /// Where it stands.
  public let place: Place
  /// Which value it is about, such as `voters[0].count`; `$` for the whole.
  public let path: String
  /// What is wrong; what is allowed.
  public let message: String

  /// A problem at a place.
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
  public var description: String { "\(place): \(path): \(message)" }
}
