import Scenarios

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

/// What voters weigh, on a command line: as a list, or in a file where they are too many for that.
enum WeightsSource: Equatable, Sendable {
  case list([Double])
  case file(InputPath)

  /// What starts as a number is a list; anything else is a path, `-` being standard input.
  init?(_ argument: String) {
    guard let first = argument.first else { return nil }
    if argument == "-" {
      self = .file(.standardInput)
    } else if first.isNumber || "+-.".contains(first) {
      guard let weights = Self.weights(in: argument) else { return nil }
      self = .list(weights)
    } else {
      self = .file(.file(argument))
    }
  }

  /// The numbers of a text, with commas or line ends between them; nil unless all are weights.
  static func weights(in text: some StringProtocol) -> [Double]? {
    let fields = text.split(omittingEmptySubsequences: false) { $0 == "," || $0.isNewline }
    // The last line of a file has an end, too.
    let isEnded = fields.count > 1 && fields.last?.isEmpty == true && text.last?.isNewline == true
    var weights: [Double] = []
    for field in fields.dropLast(isEnded ? 1 : 0) {
      guard let weight = ValueKind<Double>.number.read(String(field)),
        weight > 0 && weight <= ScenarioLimits.weightMax
      else { return nil }
      weights.append(weight)
    }
    return weights.count <= ScenarioLimits.votersMax ? weights : nil
  }
}

extension ValueKind where Value == WeightsSource {
  /// Numbers above 0, with commas between them, or a file that holds them.
  static var weights: Self {
    .init(
      placeholder: "W,W,...|FILE",
      expectation: "numbers above 0 with commas between them, such as 3,1,1, or a path",
      completion: .files, read: { WeightsSource($0) })
  }
}
