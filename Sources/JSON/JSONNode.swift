/// A JSON value that knows the position of each of its parts in the text.
package struct JSONNode: Sendable {
  /// The content of a node.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A key and its value.
  package struct Member: Sendable {
    /// The key.
    package let key: String
    /// The offset of the key in bytes.
    package let keyOffset: Int
    /// The value.
    package let value: JSONNode

    /// A member whose key is at an offset.
    package init(key: String, keyOffset: Int, value: JSONNode) {
      self.key = key
      self.keyOffset = keyOffset
      self.value = value
    }
  }

  /// The content.
  package let content: Content
  /// The offset of the value in bytes.
  package let offset: Int

  /// A node at an offset.
  package init(content: Content, offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// The value without positions.
  package var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members):
      .object(JSONObject(members.map { (key: $0.key, value: $0.value.value) }))
    }
  }

  /// The kind of the value, for messages.
  package var kind: String {
    switch content {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
