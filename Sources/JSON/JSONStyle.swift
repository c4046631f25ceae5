/// The layout of JSON text.
public struct JSONStyle: Sendable {
  /// The separator of members or elements, apart from a line break.
  let separator: StaticString
  /// The separator of a key and its value.
  let colon: StaticString
  /// Whether members are sorted by their keys.
  let sortsKeys: Bool
  /// Whether everything outside printable ASCII is written as `\uXXXX`.
  let escapesNonASCII: Bool
  /// Whether each member and element has a line of its own.
  let breaksLines: Bool

  /// The style of Python's `json.dumps(value, sort_keys=True)`, which audit hashes cover.
  public static let python = JSONStyle(
    separator: ", ", colon: ": ", sortsKeys: true, escapesNonASCII: true, breaksLines: false)

  /// One line without spaces.
  public static let compact = JSONStyle(
    separator: ",", colon: ":", sortsKeys: false, escapesNonASCII: false, breaksLines: false)

  /// For people, indented by two spaces per level.
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
