import JSON
import Scenarios

extension Summary {
  /// The cells as objects, for other programs to read: rates with their limits, nulls where nothing
  /// is defined, and what is known besides.
  public var json: JSONValue {
    let known = KnownValues(file)
    return .array(
      table.rows.indices.map { .object(JSONObject(members(ofCell: $0, known))) })
  }

  private func members(
    ofCell index: Int, _ known: KnownValues
  ) -> [(key: String, value: JSONValue)] {
    let row = table.rows[index]
    var members: [(key: String, value: JSONValue)] = []
    var fields = Array(zip(table.header, row))[...]
    while let (name, text) = fields.popFirst() {
      let value = Self.value(text)
      // The limits of an estimate follow it.
      if fields.first?.0 == name + "_low", let low = fields.popFirst()?.1,
        let high = fields.popFirst()?.1
      {
        var estimate = [
          (key: "value", value: value), (key: "low", value: Self.value(low)),
          (key: "high", value: Self.value(high)),
        ]
        if let metric = Metric(rawValue: name) {
          let values = known.value(of: metric, inCell: index, estimate: Double(text))
          if let exact = values.exact { estimate.append(("exact", JSONValue(exact))) }
          if let worst = values.worst { estimate.append(("worst", JSONValue(worst))) }
        }
        members.append((name, value == .null ? .null : .object(JSONObject(estimate))))
      } else {
        members.append((name, value))
      }
    }
    return members
  }

  /// A number where the text is one; nothing where there is none.
  private static func value(_ text: String) -> JSONValue {
    if text.isEmpty { return .null }
    if let document = try? JSONDocument(parsing: text), case .number = document.root.content {
      return document.root.value
    }
    return .string(text)
  }
}
