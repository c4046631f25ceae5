import JSON
import Text

extension JSONValue {
  /// The value without the quotes of a text.
  var plainText: String {
    switch self {
    case .string(let text): text
    case .number(.double(let number)): number.shortest
    default: text()
    }
  }
}
