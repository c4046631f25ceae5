/// Where input comes from.
enum InputPath: Hashable, Sendable, CustomStringConvertible {
  case file(String)
  case standardInput

  /// How messages name it.
  var description: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    }
  }
}
