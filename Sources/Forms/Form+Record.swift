import JSON
import Text

extension Form {
  /// An object with known keys.
  ///
  /// After a bad field, whose property keeps its default, reading goes on, so that all problems are
  /// reported at once. Only the log of problems knows whether there were any.
  package static func record(
    _ standard: Value, _ fields: [Field<Value>], requirements: [Requirement] = []
  ) -> Form where Value: Sendable {
    Form(
      schema: recordSchema(standard, fields, requirements),
      read: { read(fields, from: $0, into: standard, requirements) },
      write: { write(fields, of: $0) })
  }

  /// Reads the fields of an object; nil if the value is not an object.
  package static func read(
    _ fields: [Field<Value>], from cursor: JSONCursor, into standard: Value,
    _ requirements: [Requirement] = [], alsoAllowing otherKeys: [String] = []
  ) -> Value? {
    if case .object(let members) = cursor.node.content,
      members.count > ScenarioLimits.elementsMax
    {
      cursor.report("there are \(members.count) keys; at most \(fields.count) are allowed")
      return nil
    }
    guard let members = cursor.fields(fields.map(\.key) + otherKeys)?.members
    else { return nil }
    var record = standard
    for field in fields {
      // By index: closures over pairs would take most of the time of a build without optimisation.
      var place = 0
      while place < members.count, !members[place].key.hasSameCodePoints(as: field.key) {
        place += 1
      }
      if place < members.count {
        field.read(members[place].value, &record)
      } else if field.presence == .required {
        cursor.report("the key '\(field.key)' is missing")
      }
    }
    for requirement in requirements { requirement.check(cursor) }
    return record
  }

  package static func write(_ fields: [Field<Value>], of record: Value) -> JSONValue {
    .object(
      JSONObject(
        fields.compactMap { field in
          field.write(record).map { (key: field.key, value: $0) }
        }))
  }

  /// The schema of an object with these fields.
  package static func recordSchema(
    _ standard: Value, _ fields: [Field<Value>], _ requirements: [Requirement]
  ) -> JSONObject {
    var properties = JSONObject()
    for field in fields {
      var schema = field.schema
      if field.presence == .standard, let value = field.write(standard) {
        schema["default"] = value
      }
      properties[field.key] = .object(schema)
    }
    var schema: JSONObject = ["type": "object", "properties": .object(properties)]
    let required = fields.filter { $0.presence == .required }.map { JSONValue.string($0.key) }
    if !required.isEmpty { schema["required"] = .array(required) }
    schema["additionalProperties"] = false
    if !requirements.isEmpty { schema["allOf"] = .array(requirements.map(\.schema)) }
    return schema
  }
}
