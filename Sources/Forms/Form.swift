import JSON

/// The form of a value in JSON: the only place that reads, writes and describes it.
///
/// Decoder, writer and schema use the same table of forms, so they cannot disagree.
package struct Form<Value>: Sendable {
  /// The JSON Schema of the value.
  package let schema: JSONObject
  /// Reads a value; nil, with a reported problem, if it is not valid.
  package let read: @Sendable (JSONCursor) -> Value?
  /// Writes the value in the form in which it is read.
  package let write: @Sendable (Value) -> JSONValue

  package init(
    schema: JSONObject, read: @escaping @Sendable (JSONCursor) -> Value?,
    write: @escaping @Sendable (Value) -> JSONValue
  ) {
    self.schema = schema
    self.read = read
    self.write = write
  }

  /// The same form for another type that has the same values.
  package func mapped<Other>(
    _ wrap: @escaping @Sendable (Value) -> Other, _ unwrap: @escaping @Sendable (Other) -> Value
  ) -> Form<Other> {
    Form<Other>(
      schema: schema, read: { [read] in read($0).map(wrap) },
      write: { [write] in write(unwrap($0)) })
  }

  /// The same form with a further check, which reports its own problems.
  ///
  /// The check is skipped if there are problems already, because the value may then be a default.
  package func checked(_ check: @escaping @Sendable (JSONCursor, Value) -> Void) -> Form {
    Form(
      schema: schema,
      read: { [read] cursor in
        guard let value = read(cursor) else { return nil }
        if cursor.isSound { check(cursor, value) }
        return value
      }, write: write)
  }

  /// The same form with more keys in the schema.
  package func explained(_ more: JSONObject) -> Form {
    var schema = schema
    for (key, value) in more.members { schema[key] = value }
    return Form(schema: schema, read: read, write: write)
  }

  /// The same form, or null for nil.
  package var orNull: Form<Value?> {
    Form<Value?>(
      schema: ["anyOf": [.object(schema), ["type": "null"]]],
      read: { [read] in $0.isNull ? .some(nil) : read($0).map { .some($0) } },
      write: { [write] in $0.map(write) ?? .null })
  }

  /// The same form for values that stay JSON, written as this form writes them.
  package var json: Form<JSONValue> {
    Form<JSONValue>(
      schema: schema, read: { [read, write] in read($0).map(write) }, write: { $0 })
  }
}
