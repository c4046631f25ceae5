/// A typed option of a command, with which the command gets its value.
struct Option<Value: Sendable>: OptionDeclaration {
  let specification: OptionSpecification
  /// Makes the value from all given words, which are already checked.
  let collect: @Sendable ([String]) -> Value
}

/// An option of any type, for the specification of a command.
protocol OptionDeclaration: Sendable {
  var specification: OptionSpecification { get }
}

extension Option {
  /// An option without a value.
  static func flag(_ name: String, summary: String) -> Self where Value == Bool {
    .init(specification: .init(name: name, summary: summary)) { !$0.isEmpty }
  }

  /// An option that may be left out, with the words for help on what then applies.
  static func optional<Element>(
    _ name: String, _ kind: ValueKind<Element>, otherwise: String? = nil, summary: String
  ) -> Self where Value == Element? {
    .init(
      specification: .init(
        name: name, value: kind.syntax, defaultText: otherwise, summary: summary)
    ) { $0.last.flatMap(kind.read) }
  }

  /// An option with a default, written as on the command line.
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

  /// An option that may be repeated.
  static func repeated<Element>(
    _ name: String, _ kind: ValueKind<Element>, summary: String
  ) -> Self where Value == [Element] {
    .init(
      specification: .init(name: name, value: kind.syntax, isRepeatable: true, summary: summary)
    ) { $0.map(kind.readChecked) }
  }
}
