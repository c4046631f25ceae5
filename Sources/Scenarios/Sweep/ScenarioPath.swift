import Forms
import JSON
import Text

/// The path of a value in a scenario, such as `voters.ring.count` or `network.partitions[0].to`.
///
/// Groups are identified by their names, elements of other lists by their indices from 0.
struct ScenarioPath: Hashable, Sendable {
  /// A step from a value to one of its parts: a key, or the index of an element.
  enum Component: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  let components: [Component]

  private init(_ components: [Component]) {
    self.components = components
  }

  /// Reads a path; nil if it is not valid.
  init?(_ text: String) {
    var components: [Component] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let key = pieces.first, !key.isEmpty else { return nil }
      components.append(.key(String(key)))
      for piece in pieces.dropFirst() {
        let digits = piece.dropLast()
        guard piece.last == "]", digits.utf8.count <= 9, let index = Int(digits), index >= 0
        else { return nil }
        components.append(.index(index))
      }
    }
    // No document has deeper values, and what follows a path does so recursively.
    guard components.count <= JSONDocument.depthMax else { return nil }
    self.components = components
  }

  /// The syntax of paths, for messages.
  static let syntax =
    "keys with '.' between them, and [0], [1] and so on for elements of lists"

  /// The paths of all values of which this one is a part.
  var ancestors: [ScenarioPath] {
    components.indices.dropFirst().map { ScenarioPath(Array(components[..<$0])) }
  }

  /// Whether the path begins with a key of scenarios.
  ///
  /// A name that does not is free for an axis of variants.
  var beginsInScenario: Bool {
    guard case .key(let key)? = components.first else { return false }
    return Self.firstKeys.contains { $0.hasSameCodePoints(as: key) }
  }

  private static let firstKeys: [String] = {
    guard case .object(let properties)? = Vocabulary.standard.form.schema["properties"] else {
      preconditionFailure("a scenario is an object")
    }
    return properties.members.map(\.key)
  }()

  /// Why cells may not have different values there; nil if they may.
  ///
  /// A refused value decides which other keys there are, or does not affect what happens in a cell.
  var reasonAgainstSweeping: String? {
    let keys = components.map { component -> String in
      if case .key(let key) = component { key } else { "[]" }
    }
    switch keys[0] {
    case "name", "description", "sweep", "expect":
      return "\(keys[0]) must be the same in all cells"
    case "voters" where keys.count < 3, "detectors" where keys.count < 3:
      return "\(keys[0]) must be swept field by field, such as voters.NAME.count"
    case "voters" where keys[2] == "name" || keys[2] == "role",
      "detectors" where keys[2] == "method":
      return
        "\(keys[2]) must be the same in all cells; list an entry for each, and sweep the others"
    case "tune" where !["faults", "seats", "max_trials"].contains(keys.count > 1 ? keys[1] : ""):
      return "tune must be the same in all cells, but for faults, seats and max_trials"
    default: return nil
    }
  }
}

extension ScenarioPath.Component: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral key: String) { self = .key(key) }

  init(integerLiteral index: Int) { self = .index(index) }
}
