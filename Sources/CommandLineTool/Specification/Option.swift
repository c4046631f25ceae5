/// An option that a command declares, and by which it asks for the value given.
struct Option<Value: Sendable>: OptionDeclaration {
  let specification: OptionSpecification
  /// Makes the value from all texts given, which have been checked.
  let collect: @Sendable ([String]) -> Value
}

/// An option of any type, as a command's specification lists it.
protocol OptionDeclaration: Sendable {
  var specification: OptionSpecification { get }
}

extension Option {
  /// An option without a value: given or not.
  static func flag(_ name: String, summary: String) -> Self where Value == Bool {
    .init(specification: .init(name: name, summary: summary)) { !$0.isEmpty }
  }

  /// An option that may be left out, with the words that help uses for what then holds.
  static func optional<Element>(
    _ name: String, _ kind: ValueKind<Element>, otherwise: String? = nil, summary: String
  ) -> Self where Value == Element? {
    .init(
      specification: .init(
        name: name, value: kind.syntax, defaultText: otherwise, summary: summary)
    ) { $0.last.flatMap(kind.read) }
  }

  /// An option with a default, written as it would be on the command line.
  static func value(
    _ name: String, _ kind: ValueKind<Value>, default text: String, summary: String
  ) -> Self {
    .init(
      specification: .init(name: name, value: kind.syntax, defaultText: text, summary: summary)
    ) { kind.readChecked($0.last ?? text) }
  }

  /// An option that must be given.
  static func required(_ name: String, _ kind: ValueKind<Value>, summary: String) -> Self {
    .init(
      specification: .init(name: name, value: kind.syntax, isRequired: true, summary: summary)
    ) { kind.readChecked($0.last ?? "") }
  }

  /// An option that may be given any number of times.
  static func repeated<Element>(
    _ name: String, _ kind: ValueKind<Element>, summary: String
  ) -> Self where Value == [Element] {
    .init(
      specification: .init(name: name, value: kind.syntax, isRepeatable: true, summary: summary)
    ) { $0.map(kind.readChecked) }
  }
}
