/// The syntax of an operand, which is an argument without a name, and its help.
struct OperandSpecification: Sendable {
  /// The placeholder in help, in capitals.
  let name: String
  let value: ValueSyntax
  let countMin: Int
  /// The largest number of values; nil for no limit.
  let countMax: Int?
  let summary: String

  /// The name and number of values, as in `TRACE...` or `[COMMAND]`.
  var synopsis: String {
    let repeated = countMax == 1 ? name : "\(name)..."
    return countMin == 0 ? "[\(repeated)]" : repeated
  }
}
