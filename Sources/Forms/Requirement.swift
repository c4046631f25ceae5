import JSON

/// A key that must be there where another one has a certain word.
package struct Requirement: Sendable {
  package let key: String
  /// The key that decides.
  package let decider: String
  /// Its words with which `key` is needed.
  package let words: [String]
  /// How many elements it needs, where it is a list.
  package let countMin: Int?

  /// A key that some words of another one need.
  package init(key: String, decider: String, words: [String], countMin: Int? = nil) {
    self.key = key
    self.decider = decider
    self.words = words
    self.countMin = countMin
  }

  /// Reports the key's absence where it is needed.
  package func check(_ cursor: JSONCursor) {
    let members = cursor.members() ?? []
    guard let place = members.first(where: { $0.key == decider })?.value,
      case .string(let word) = place.node.content, words.contains(word)
    else { return }
    guard let value = members.first(where: { $0.key == key })?.value else {
      return cursor.report("the key '\(key)' is missing; \(decider) '\(word)' needs it")
    }
    if let countMin, case .array(let elements) = value.node.content, elements.count < countMin {
      value.report("the list is too short; \(decider) '\(word)' needs at least \(countMin)")
    }
  }

  /// The same in a schema.
  package var schema: JSONValue {
    var then: JSONObject = ["required": [.string(key)]]
    if let countMin {
      then["properties"] = .object([key: ["minItems": JSONValue(countMin)]])
    }
    return [
      "if": [
        "properties": .object([decider: ["enum": .array(words.map { .string($0) })]]),
        "required": [.string(decider)],
      ],
      "then": .object(then),
    ]
  }
}
