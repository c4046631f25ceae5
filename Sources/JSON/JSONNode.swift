/// A JSON value that knows the position of each of its parts in the text.
public struct JSONNode: Sendable {
  /// The content of a node.
  public enum Content: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A key and its value.
  public struct Member: Sendable {
    /// The key.
    public let key: String
    /// The offset of the key in bytes.
    public let keyOffset: Int
    /// The value.
    public let value: JSONNode

    /// A member whose key is at an offset.
    public init(key: String, keyOffset: Int, value: JSONNode) {
      self.key = key
      self.keyOffset = keyOffset
      self.value = value
    }
  }

  /// The content.
  public let content: Content
  /// The offset of the value in bytes.
  public let offset: Int

  /// A node at an offset.
  public init(content: Content, offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// The value without positions.
  public var value: JSONValue {
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
  public var kind: String {
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
