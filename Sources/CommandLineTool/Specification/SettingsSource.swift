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

extension ValueKind where Value == [Double] {
  /// Numbers above 0, with commas between them.
  static func weights(countMax: Int, weightMax: Double) -> Self {
    .init(
      placeholder: "W,W,...",
      expectation: "numbers above 0 with commas between them, such as 3,1,1",
      read: { text in
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        let weights = fields.compactMap { field in
          ValueKind<Double>.number.read(String(field)).flatMap {
            $0 > 0 && $0 <= weightMax ? $0 : nil
          }
        }
        return weights.count == fields.count && weights.count <= countMax ? weights : nil
      })
  }
}
