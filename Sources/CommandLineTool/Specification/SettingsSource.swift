/// Settings on a command line: as JSON, or in a file.
enum SettingsSource: Equatable, Sendable {
  case text(String)
  case file(InputPath)

  /// What starts as an object is JSON; anything else is a path, `-` being standard input.
  init?(_ argument: String) {
    switch argument.first {
    case nil: return nil
    case "{": self = .text(argument)
    default: self = .file(argument == "-" ? .standardInput : .file(argument))
    }
  }
}

extension ValueKind where Value == SettingsSource {
  /// JSON, or a file that holds it.
  static var settings: Self {
    .init(
      placeholder: "JSON|FILE", expectation: "a JSON object or a path", completion: .files,
      read: { SettingsSource($0) })
  }
}
