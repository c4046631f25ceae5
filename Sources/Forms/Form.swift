import JSON

/// How a value looks in JSON: the one place that reads it, writes it and explains it.
///
/// Decoder, writer and schema all come out of the same table of forms, so none can drift from the
/// others.
package struct Form<Value>: Sendable {
  /// The JSON Schema of the value.
  package let schema: JSONObject
  /// Reads a value; nil, and a problem reported, where it is none.
  package let read: @Sendable (JSONCursor) -> Value?
  /// Writes the value as it is read.
  package let write: @Sendable (Value) -> JSONValue

  /// A form of its three parts.
  package init(
    schema: JSONObject, read: @escaping @Sendable (JSONCursor) -> Value?,
    write: @escaping @Sendable (Value) -> JSONValue
  ) {
    self.schema = schema
    self.read = read
    self.write = write
  }

  /// The same form for another type, which every value of this one stands for.
  package func mapped<Other>(
    _ wrap: @escaping @Sendable (Value) -> Other, _ unwrap: @escaping @Sendable (Other) -> Value
  ) -> Form<Other> {
    Form<Other>(
      schema: schema, read: { [read] in read($0).map(wrap) },
      write: { [write] in write(unwrap($0)) })
  }

  /// The same form, with a further look at what was read; the look reports what it finds.
  ///
  /// It does not look where something is wrong already: that may have left it a default.
  package func checked(_ check: @escaping @Sendable (JSONCursor, Value) -> Void) -> Form {
    Form(
      schema: schema,
      read: { [read] cursor in
        guard let value = read(cursor) else { return nil }
        if cursor.isSound { check(cursor, value) }
        return value
      }, write: write)
  }

  /// The same form, with more said in the schema.
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
