import JSON

/// A key that is required if another key has certain words.
package struct Requirement: Sendable {
  package let key: String
  /// The other key.
  package let decider: String
  /// The words for which `key` is required.
  package let words: [String]
  /// The least number of elements, if the value is a list.
  package let countMin: Int?

  package init(key: String, decider: String, words: [String], countMin: Int? = nil) {
    self.key = key
    self.decider = decider
    self.words = words
    self.countMin = countMin
  }

  /// Reports a problem if the key is required and missing.
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

  /// The same rule for a schema.
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
