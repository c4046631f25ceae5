import JSON
import Text

extension Form {
  /// A list of values of one form.
  package static func list<Element>(
    of element: Form<Element>, countMin: Int = 0
  ) -> Form where Value == [Element] {
    var schema: JSONObject = ["type": "array", "items": .object(element.schema)]
    if countMin > 0 { schema["minItems"] = JSONValue(countMin) }
    schema["maxItems"] = JSONValue(ScenarioLimits.elementsMax)
    return Form(
      schema: schema,
      read: { cursor in
        guard let places = cursor.array(), isShort(places.count, cursor) else { return nil }
        let elements = places.map { element.read($0) }
        if places.count < countMin {
          cursor.report("the list has \(places.count) elements; at least \(countMin) are needed")
        }
        let whole = elements.compactMap { $0 }
        return whole.count == places.count ? whole : nil
      }, write: { .array($0.map(element.write)) })
  }

  /// The same list, without equal elements.
  package func unique<Element: Equatable & SendableMetatype>() -> Form where Value == [Element] {
    explained(["uniqueItems": true]).checked { cursor, elements in
      let places = cursor.array() ?? []
      for (index, element) in elements.enumerated() where elements[..<index].contains(element) {
        let text = places[index].node.value.text().shortened
        places[index].report("\(text) is listed twice; each element may be listed once")
      }
    }
  }

  /// An object with any keys and values of one form, in the order of the keys.
  package static func dictionary<Element>(
    keys: JSONObject, of element: Form<Element>,
    isKey: @escaping @Sendable (JSONCursor, String) -> Bool
  ) -> Form where Value == [(key: String, value: Element)] {
    Form(
      schema: [
        "type": "object", "propertyNames": .object(keys),
        "additionalProperties": .object(element.schema),
        "maxProperties": JSONValue(ScenarioLimits.elementsMax),
      ],
      read: { cursor in
        guard let members = cursor.members(), isShort(members.count, cursor) else { return nil }
        let entries = members.map { key, place in
          isKey(place, key) ? element.read(place).map { (key: key, value: $0) } : nil
        }
        let whole = entries.compactMap { $0 }
        return whole.count == members.count
          ? whole.sorted { $0.key.precedesByCodePoints($1.key) } : nil
      },
      write: { entries in
        .object(JSONObject(entries.map { (key: $0.key, value: element.write($0.value)) }))
      })
  }
}

/// Whether a list or an object is not too long; reports a problem if it is.
private func isShort(_ count: Int, _ cursor: JSONCursor) -> Bool {
  if count <= ScenarioLimits.elementsMax { return true }
  cursor.report("there are \(count) elements; at most \(ScenarioLimits.elementsMax) are allowed")
  return false
}
