import JSON

/// One key of an object in JSON, and the property it stands for.
package struct Field<Record>: Sendable {
  package typealias Property<Value> = WritableKeyPath<Record, Value> & Sendable

  package let key: String
  package let presence: FieldPresence
  package let schema: JSONObject
  /// Reads the value into the record; a value that does not read leaves it as it was.
  package let read: @Sendable (JSONCursor, inout Record) -> Void
  /// The value of the record's property, or nil where the key is to be left out.
  package let write: @Sendable (Record) -> JSONValue?

  /// A key that may be left out.
  package init<Value>(
    _ key: String, _ property: Property<Value>, _ form: Form<Value>, _ note: JSONValue
  ) {
    self.init(key, .standard, property, form, note)
  }

  /// A key that must be there.
  package static func required<Value>(
    _ key: String, _ property: Property<Value>, _ form: Form<Value>, _ note: JSONValue
  ) -> Field {
    Field(key, .required, property, form, note)
  }

  /// A key without a default.
  package static func optional<Value>(
    _ key: String, _ property: Property<Value?>, _ form: Form<Value>, _ note: JSONValue
  ) -> Field {
    Field(
      key: key, presence: .optional, schema: form.schema.noted(note),
      read: { if let value = form.read($0) { $1[keyPath: property] = value } },
      write: { $0[keyPath: property].map(form.write) })
  }

  /// A key that may be left out, of a property that only functions reach.
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

  /// The same key in an object that holds this record.
  package func inside<Outer>(_ part: WritableKeyPath<Outer, Record> & Sendable) -> Field<Outer> {
    Field<Outer>(
      key: key, presence: presence, schema: schema,
      read: { [read] in read($0, &$1[keyPath: part]) },
      write: { [write] in write($0[keyPath: part]) })
  }
}

/// What becomes of a key that is left out.
package enum FieldPresence: Sendable {
  /// It must not be.
  case required
  /// The property has its default, and the key is written all the same.
  case standard
  /// The property is nil, and the key is not written either.
  case optional
}

extension JSONObject {
  /// The schema with a description in front.
  fileprivate func noted(_ note: JSONValue) -> JSONObject {
    JSONObject([(key: "description", value: note)] + members)
  }
}
