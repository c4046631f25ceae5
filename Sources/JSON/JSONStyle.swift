/// How JSON text is laid out.
public struct JSONStyle: Sendable {
  /// What stands between two members or elements, apart from a line break.
  let separator: StaticString
  /// What stands between a key and its value.
  let colon: StaticString
  /// Whether the members are written in the order of their keys.
  let sortsKeys: Bool
  /// Whether everything outside printable ASCII is written as `\uXXXX`.
  let escapesNonASCII: Bool
  /// Whether each member and element has a line of its own.
  let breaksLines: Bool

  /// As Python's `json.dumps(value, sort_keys=True)`: what audit hashes are taken of.
  public static let python = JSONStyle(
    separator: ", ", colon: ": ", sortsKeys: true, escapesNonASCII: true, breaksLines: false)

  /// One line without spaces.
  public static let compact = JSONStyle(
    separator: ",", colon: ":", sortsKeys: false, escapesNonASCII: false, breaksLines: false)

  /// Two spaces of indentation a level, for people.
  public static let indented = JSONStyle(
    separator: ",", colon: ": ", sortsKeys: false, escapesNonASCII: false, breaksLines: true)
}

extension JSONValue {
  /// The value as JSON text.
  public func text(_ style: JSONStyle = .compact) -> String {
    var bytes: [UInt8] = []
    bytes.append(json: self, style)
    return String(decoding: bytes, as: UTF8.self)
  }
}
