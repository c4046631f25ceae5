import JSON
import Text

extension JSONValue {
  /// The text of the value, without quotes for a string.
  var plainText: String {
    switch self {
    case .string(let text): text
    case .number(.double(let number)): number.shortest
    default: text()
    }
  }

  /// The text of the value, a number without needless digits.
  var briefText: String {
    if case .number(let number) = self { number.doubleValue.brief } else { plainText }
  }

  /// The text of the value as a part of a line for people.
  var shownText: String { plainText.shortened }
}
