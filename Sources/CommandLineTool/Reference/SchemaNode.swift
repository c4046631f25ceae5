import JSON
import Text

/// A part of a JSON Schema, as far as a reader of the reference is concerned.
struct SchemaNode {
  private let object: JSONObject

  /// The part that a value holds; an empty one where it holds none.
  init(_ value: JSONValue?) {
    if case .object(let object) = value { self.object = object } else { object = JSONObject() }
  }

  /// What the value is for.
  var description: String { object["description"]?.plainText ?? "" }

  /// The value that holds where none is given, if it is short enough to be read.
  var standard: String? {
    switch object["default"] {
    case nil, .object: nil
    case let value?: value == "" ? "empty" : value.plainText
    }
  }

  /// The keys of an object, in whichever of several forms it may have.
  var properties: [(key: String, node: SchemaNode)] {
    let own = object["properties"].map(SchemaNode.init)?.object.members ?? []
    return own.map { ($0.key, SchemaNode($0.value)) } + alternatives.flatMap(\.properties)
  }

  /// Whether an object must have a key.
  func requires(_ key: String) -> Bool {
    elements("required").contains { $0.plainText == key }
  }

  /// What the elements of a list are.
  var element: SchemaNode? { object["items"].map(SchemaNode.init) }

  /// What the values of an object of names are, in whichever of several forms they may have.
  var named: [SchemaNode] {
    guard let value = object["additionalProperties"], case .object = value else { return [] }
    let node = SchemaNode(value)
    return node.alternatives.isEmpty ? [node] : node.alternatives
  }

  /// The kinds of objects of which this is one, each told by a key that has a single word.
  var kinds: [SchemaNode] {
    let kinds = elements("oneOf").map(SchemaNode.init)
    return kinds.allSatisfy { !$0.properties.isEmpty } ? kinds : []
  }

  /// The key that tells this kind of objects from others, with its only word.
  var kindMark: (key: String, word: Choice)? {
    properties.lazy.compactMap { key, node in
      node.choices.count == 1 ? (key, node.choices[0]) : nil
    }.first
  }

  /// The words that the value may be, each with its meaning.
  var choices: [Choice] {
    elements("oneOf").compactMap { value in
      let node = SchemaNode(value)
      return node.object["const"].map { Choice($0.plainText, node.description) }
    }
  }

  /// A definition that other parts refer to.
  func definition(_ name: String) -> SchemaNode {
    SchemaNode(SchemaNode(object["$defs"]).object[name])
  }

  private var alternatives: [SchemaNode] { elements("anyOf").map(SchemaNode.init) }

  private func elements(_ key: String) -> [JSONValue] {
    if case .array(let elements) = object[key] { elements } else { [] }
  }
}

extension SchemaNode {
  /// What the value may be, in words.
  var form: String {
    if object["$ref"] != nil { return "a distribution" }
    if let word = object["const"] { return "'\(word.plainText)'" }
    let words = choices.isEmpty ? elements("enum").map(\.plainText) : choices.map(\.word)
    if !words.isEmpty { return words.listed(with: "or") }
    if !kinds.isEmpty { return "an object" }
    if !alternatives.isEmpty { return alternatives.map(\.form).joined(separator: ", or ") }
    // What may be a number may also be a fraction, as the chapter says once for all fields.
    if case .array? = object["type"] { return "a number\(range)" }
    return switch object["type"]?.plainText {
    case "integer": "a whole number\(range)"
    case "number": "a number\(range)"
    case "boolean": "true or false"
    case "string": "a text"
    case "null": "null"
    case "array": element.map { "a list, each \($0.form)" } ?? "a list"
    case "object": keys
    case nil: "any value"
    case let type?: preconditionFailure("no words for the schema type '\(type)'")
    }
  }

  private var keys: String {
    if let value = object["additionalProperties"], case .object = value {
      let node = SchemaNode(value)
      return
        "an object of names, each with \(node.description.isEmpty ? node.form : node.description)"
    }
    return "an object"
  }

  private var range: String {
    let lower =
      object["minimum"].map { " from \($0.plainText)" }
      ?? object["exclusiveMinimum"].map { " above \($0.plainText)" }
    let upper =
      object["maximum"].map { " to \($0.plainText)" }
      ?? object["exclusiveMaximum"].map { " below \($0.plainText)" }
    return (lower ?? "") + (upper ?? "")
  }
}
