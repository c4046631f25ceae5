/// A typed operand of a command, with which the command gets its value.
struct Operand<Value: Sendable>: OperandDeclaration {
  let specification: OperandSpecification
  /// Makes the value from all given words, which are already checked.
  let collect: @Sendable ([String]) -> Value
}

/// An operand of any type, for the specification of a command.
protocol OperandDeclaration: Sendable {
  var specification: OperandSpecification { get }
}

extension Operand {
  /// An operand that is given exactly once.
  static func required(_ name: String, _ kind: ValueKind<Value>, summary: String) -> Self {
    .init(
      specification: .init(
        name: name, value: kind.syntax, countMin: 1, countMax: 1, summary: summary)
    ) { kind.readChecked($0.last ?? "") }
  }

  /// An operand that may be left out.
  static func optional<Element>(
    _ name: String, _ kind: ValueKind<Element>, summary: String
  ) -> Self where Value == Element? {
    .init(
      specification: .init(
        name: name, value: kind.syntax, countMin: 0, countMax: 1, summary: summary)
    ) { $0.last.flatMap(kind.read) }
  }

  /// An operand that may be repeated, with a least number of values.
  static func many<Element>(
    _ name: String, _ kind: ValueKind<Element>, atLeast countMin: Int = 1, summary: String
  ) -> Self where Value == [Element] {
    .init(
      specification: .init(
        name: name, value: kind.syntax, countMin: countMin, countMax: nil, summary: summary)
    ) { $0.map(kind.readChecked) }
  }
}
