import JSON
import Text

/// The fields in which the scenario of a kept result differs from the one that is to be run.
struct ScenarioDifferences {
  /// A text for each field, such as `trials: 100 there, 50 here`; the paths are those of `--set`.
  private(set) var fields: [String] = []

  /// The largest number of fields that a message names.
  private static let fieldsMax = 3

  init(there: JSONValue, here: JSONValue) {
    compare(there, here, at: "")
  }

  /// The differences in one line; nil if there are none.
  var text: String? {
    if fields.isEmpty { return nil }
    let rest = fields.count - Self.fieldsMax
    let named = fields.prefix(Self.fieldsMax) + (rest > 0 ? ["and \(rest) more"] : [])
    return named.joined(separator: "; ")
  }

  private mutating func compare(_ there: JSONValue?, _ here: JSONValue?, at path: String) {
    // The order of keys counts, too: that of axes is the order of the cells.
    if there?.text() == here?.text() { return }
    let before = fields.count
    if case .object(let one)? = there, case .object(let other)? = here {
      compare(one, other, at: path)
    } else if let one = Self.named(there), let other = Self.named(here) {
      compare(one, other, at: path)
    }
    // What has no parts, or the same parts in another order.
    if fields.count == before {
      let path = path.isEmpty ? "scenario" : path
      fields.append("\(path): \(Self.shown(there)) there, \(Self.shown(here)) here")
    }
  }

  private mutating func compare(_ there: JSONObject, _ here: JSONObject, at path: String) {
    let keys = there.members.map(\.key) + here.members.map(\.key).filter { there[$0] == nil }
    for key in keys {
      compare(there[key], here[key], at: path.isEmpty ? key : "\(path).\(key)")
    }
  }

  /// A list of groups by their names; nil for any other value.
  private static func named(_ value: JSONValue?) -> JSONObject? {
    guard case .array(let elements)? = value else { return nil }
    var object = JSONObject()
    for element in elements {
      guard case .object(let group) = element, case .string(let name)? = group["name"],
        object[name] == nil
      else { return nil }
      object[name] = element
    }
    return object
  }

  private static func shown(_ value: JSONValue?) -> String {
    value.map { $0.text().shortened } ?? "nothing"
  }
}
