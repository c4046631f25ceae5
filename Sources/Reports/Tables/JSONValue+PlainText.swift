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

  /// The text of the value as a part of a line for people.
  var shownText: String { plainText.shortened }
}
