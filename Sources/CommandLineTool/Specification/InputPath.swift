import Text

/// The source of an input.
enum InputPath: Hashable, Sendable, CustomStringConvertible {
  case file(String)
  case standardInput

  /// The name of the source in messages, safe to show.
  var description: String {
    switch self {
    case .file(let path): path.shown
    case .standardInput: "standard input"
    }
  }
}
