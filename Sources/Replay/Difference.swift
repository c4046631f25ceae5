import JSON
import Text

/// The first difference between two values.
struct Difference {
  /// The path, such as `ok.votes.mon-1`.
  let path: String
  /// The recorded part; nil if it is missing.
  let expected: JSONValue?
  /// The actual part; nil if it is missing.
  let actual: JSONValue?

  /// The first difference, in the order of the recorded value; nil if the values are equal.
  static func first(expected: JSONValue?, actual: JSONValue?, path: String = "") -> Difference? {
    switch (expected, actual) {
    case (.object(let a)?, .object(let b)?):
      let added = b.members.map(\.key).filter { a[$0] == nil }
      return (a.members.map(\.key) + added).firstResult { key in
        first(
          expected: a[key], actual: b[key],
          path: path.isEmpty ? key.shortened : "\(path).\(key.shortened)")
      }
    case (.array(let a)?, .array(let b)?):
      return (0..<max(a.count, b.count)).firstResult { index in
        first(
          expected: index < a.count ? a[index] : nil, actual: index < b.count ? b[index] : nil,
          path: "\(path)[\(index)]")
      }
    default:
      if expected == actual { return nil }
      return Difference(path: path, expected: expected, actual: actual)
    }
  }
}

extension Sequence {
  fileprivate func firstResult<Result>(_ transform: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = transform(element) { return result }
    }
    return nil
  }
}
