/// Settings on a command line: JSON, or a file with JSON.
enum SettingsSource: Equatable, Sendable {
  case text(String)
  case file(InputPath)

  /// A value that begins like an object is JSON; any other is a path, and `-` is standard input.
  init?(_ argument: String) {
    switch argument.first {
    case nil: return nil
    case "{": self = .text(argument)
    default: self = .file(argument == "-" ? .standardInput : .file(argument))
    }
  }
}

extension ValueKind where Value == SettingsSource {
  /// JSON, or a file with JSON.
  static var settings: Self {
    .init(
      placeholder: "JSON|FILE", expectation: "a JSON object or a path", completion: .files,
      read: { SettingsSource($0) })
  }
}
