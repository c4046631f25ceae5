/// The source of an input.
enum InputPath: Hashable, Sendable, CustomStringConvertible {
  case file(String)
  case standardInput

  /// The name of the source in messages.
  var description: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    }
  }
}
