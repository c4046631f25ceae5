import JSON

extension Summary {
  /// The cells as objects, for other programs to read: rates with their limits, nulls where nothing
  /// is defined.
  public var json: JSONValue {
    .array(table.rows.map { .object(JSONObject(members(of: $0))) })
  }

  private func members(of row: [String]) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    var fields = Array(zip(table.header, row))[...]
    while let (name, text) = fields.popFirst() {
      let value = Self.value(text)
      // The limits of an estimate follow it.
      if fields.first?.0 == name + "_low", let low = fields.popFirst()?.1,
        let high = fields.popFirst()?.1
      {
        let estimate: JSONValue = [
          "value": value, "low": Self.value(low), "high": Self.value(high),
        ]
        members.append((name, value == .null ? .null : estimate))
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
