import Text

/// A JSON value that distinguishes 1 from 1.0 and keeps the order of its members.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// The members of a JSON object, in the order of the text; all keys are different.
public struct JSONObject: Sendable {
  /// The members, in the order of the text.
  public private(set) var members: [(key: String, value: JSONValue)] = []

  /// An object without members.
  public init() {}

  /// An object of members whose keys are all different.
  public init(_ members: [(key: String, value: JSONValue)]) {
    self.members = members
  }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// The value under a key; setting an absent key appends it.
  ///
  /// - Complexity: O(*n*) in the number of members.
  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key.hasSameCodePoints(as: key) }?.value }
    set {
      let index = members.firstIndex { $0.key.hasSameCodePoints(as: key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append((key, value))
      case (nil, nil): break
      }
    }
  }

  /// The members in the order of their keys' code points.
  public var sortedMembers: [(key: String, value: JSONValue)] {
    members.sorted { $0.key.precedesByCodePoints($1.key) }
  }
}

extension JSONValue: Equatable {
  /// Whether both are equal: strings by code points, numbers by value, keys in any order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameCodePoints(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }
}

extension JSONObject: Equatable {
  /// Whether both have equal values under the same keys, in any order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.count == right.members.count
      && zip(left.sortedMembers, right.sortedMembers).allSatisfy { a, b in
        a.key.hasSameCodePoints(as: b.key) && a.value == b.value
      }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(.integer(value)) }

  /// A fractional number.
  public init(floatLiteral value: Double) { self = .number(.double(value)) }

  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object of members whose keys are all different.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { (key: $0.0, value: $0.1) }))
  }

  /// Null.
  public init(nilLiteral: ()) { self = .null }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object of members whose keys are all different.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension JSONValue {
  /// A string, or null for nil.
  public init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// A whole number.
  public init(_ number: Int) {
    self = .number(.integer(number))
  }

  /// A fractional number.
  public init(_ number: Double) {
    self = .number(.double(number))
  }

  /// A number without needless digits, whole if possible, so that equal numbers have the same text.
  public init(shortest value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      self.init(whole)
    } else {
      self.init(value)
    }
  }
}
