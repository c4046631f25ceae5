import JSON
import Text

/// Which texts are valid names of one kind.
package struct NameRule: Sendable {
  /// The same rule for schemas.
  let pattern: JSONValue
  private let allowed: String
  private let isAllowed: @Sendable (_ byte: UInt8, _ isFirst: Bool) -> Bool

  /// The pattern must have the same length as the rule.
  private static let lengthMax = 64

  /// A rule for the bytes of a name; the first may be more restricted.
  package init(
    pattern: JSONValue, allowed: String,
    isAllowed: @escaping @Sendable (_ byte: UInt8, _ isFirst: Bool) -> Bool
  ) {
    self.pattern = pattern
    self.allowed = allowed
    self.isAllowed = isAllowed
  }

  /// What is wrong with a name, and what is allowed; nil if it is valid.
  package func problem(with name: String) -> String? {
    let bytes = Array(name.utf8)
    let isGood =
      (1...Self.lengthMax).contains(bytes.count)
      && bytes.enumerated().allSatisfy { isAllowed($0.element, $0.offset == 0) }
    if isGood { return nil }
    return "'\(name.shortened)' is not a valid name; "
      + "use 1 to \(Self.lengthMax) characters: \(allowed)"
  }

  /// Names that fit into the id of a voter, into a path and into the header of a table.
  package static let plain = NameRule(
    pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$",
    allowed: "letters, digits, '-' and '_', and the first is a letter or a digit"
  ) { byte, isFirst in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: !isFirst && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
    }
  }
}

extension Form<String> {
  /// A name.
  package static func name(_ rule: NameRule) -> Form {
    Form(
      schema: ["type": "string", "pattern": rule.pattern],
      read: { cursor in
        guard let text = cursor.string() else { return nil }
        guard let problem = rule.problem(with: text) else { return text }
        cursor.report(problem)
        return nil
      }, write: { .string($0) })
  }
}
