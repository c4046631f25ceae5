/// A JSON value that knows where in its text each part of it stands.
public struct JSONNode: Sendable {
  /// What the node holds.
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
    /// Where the key stands: its offset in bytes.
    public let keyOffset: Int
    /// The value.
    public let value: JSONNode

    /// A member whose key stands at an offset.
    public init(key: String, keyOffset: Int, value: JSONNode) {
      self.key = key
      self.keyOffset = keyOffset
      self.value = value
    }
  }

  /// What the node holds.
  public let content: Content
  /// Where the value begins: its offset in bytes.
  public let offset: Int

  /// A node that stands at an offset.
  public init(content: Content, offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// The value without its places.
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

  /// The kind of the value as messages name it.
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
