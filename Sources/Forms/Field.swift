import JSON

/// A key of an object in JSON, and the property for its value.
package struct Field<Record>: Sendable {
  package typealias Property<Value> = WritableKeyPath<Record, Value> & Sendable

  package let key: String
  package let presence: FieldPresence
  package let schema: JSONObject
  /// Reads the value into the record; if that fails, the record is unchanged.
  package let read: @Sendable (JSONCursor, inout Record) -> Void
  /// The value of the property; nil if the key is left out.
  package let write: @Sendable (Record) -> JSONValue?

  /// An optional key with a default.
  package init<Value>(
    _ key: String, _ property: Property<Value>, _ form: Form<Value>, _ note: JSONValue
  ) {
    self.init(key, .standard, property, form, note)
  }

  /// A required key.
  package static func required<Value>(
    _ key: String, _ property: Property<Value>, _ form: Form<Value>, _ note: JSONValue
  ) -> Field {
    Field(key, .required, property, form, note)
  }

  /// An optional key without a default.
  package static func optional<Value>(
    _ key: String, _ property: Property<Value?>, _ form: Form<Value>, _ note: JSONValue
  ) -> Field {
    Field(
      key: key, presence: .optional, schema: form.schema.noted(note),
      read: { if let value = form.read($0) { $1[keyPath: property] = value } },
      write: { $0[keyPath: property].map(form.write) })
  }

  /// An optional key whose property is read and set by functions.
  package init(
    _ key: String, _ form: Form<JSONValue>, _ note: JSONValue,
    read: @escaping @Sendable (JSONCursor, inout Record) -> Void,
    write: @escaping @Sendable (Record) -> JSONValue
  ) {
    self.init(
      key: key, presence: .standard, schema: form.schema.noted(note), read: read, write: write)
  }

  private init<Value>(
    _ key: String, _ presence: FieldPresence, _ property: Property<Value>, _ form: Form<Value>,
    _ note: JSONValue
  ) {
    self.init(
      key: key, presence: presence, schema: form.schema.noted(note),
      read: { if let value = form.read($0) { $1[keyPath: property] = value } },
      write: { form.write($0[keyPath: property]) })
  }

  private init(
    key: String, presence: FieldPresence, schema: JSONObject,
    read: @escaping @Sendable (JSONCursor, inout Record) -> Void,
    write: @escaping @Sendable (Record) -> JSONValue?
  ) {
    self.key = key
    self.presence = presence
    self.schema = schema
    self.read = read
    self.write = write
  }

  /// The same key in an object that contains this record.
  package func inside<Outer>(_ part: WritableKeyPath<Outer, Record> & Sendable) -> Field<Outer> {
    Field<Outer>(
      key: key, presence: presence, schema: schema,
      read: { [read] in read($0, &$1[keyPath: part]) },
      write: { [write] in write($0[keyPath: part]) })
  }
}

/// What happens if a key is left out.
package enum FieldPresence: Sendable {
  /// It is an error.
  case required
  /// The property keeps its default; the key is still written.
  case standard
  /// The property is nil; the key is not written.
  case optional
}

extension JSONObject {
  /// The schema with the description first.
  fileprivate func noted(_ note: JSONValue) -> JSONObject {
    JSONObject([(key: "description", value: note)] + members)
  }
}
