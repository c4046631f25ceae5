/// How an operand, an argument without a name, is written, and what its help says.
struct OperandSpecification: Sendable {
  /// What stands for it in help, in capitals.
  let name: String
  let value: ValueSyntax
  let countMin: Int
  /// The most that may be given; nil for any number.
  let countMax: Int?
  let summary: String

  /// Name and number, as in `TRACE...` or `[COMMAND]`.
  var synopsis: String {
    let repeated = countMax == 1 ? name : "\(name)..."
    return countMin == 0 ? "[\(repeated)]" : repeated
  }
}
