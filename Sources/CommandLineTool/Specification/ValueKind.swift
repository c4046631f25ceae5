/// What values an option or operand takes, and how they are read.
struct ValueKind<Value: Sendable>: Sendable {
  let syntax: ValueSyntax
  /// The value that a text stands for, or nil where it is not one.
  let read: @Sendable (String) -> Value?

  /// A kind of value.
  ///
  /// - Parameters:
  ///   - placeholder: What stands for the value in help; nil for the option's name in capitals.
  ///   - expectation: What is wanted, to follow the word "expects".
  ///   - note: What help adds about the allowed values, if anything.
  init(
    placeholder: String?, expectation: String, note: String? = nil, completion: Completion = .none,
    read: @escaping @Sendable (String) -> Value?
  ) {
    self.syntax = ValueSyntax(
      placeholder: placeholder, expectation: expectation, note: note, completion: completion,
      accepts: { read($0) != nil })
    self.read = read
  }

  /// Reads a text that the parser has let through, or a default.
  func readChecked(_ text: String) -> Value {
    guard let value = read(text) else {
      preconditionFailure("'\(text)' was not checked: expected \(syntax.expectation)")
    }
    return value
  }
}

/// What parsing, help and completions need to know of a kind of value, whatever its type.
struct ValueSyntax: Sendable {
  let placeholder: String?
  let expectation: String
  let note: String?
  let completion: Completion
  let accepts: @Sendable (String) -> Bool
}

/// What a shell offers on TAB.
enum Completion: Equatable, Sendable {
  case none
  case files
  case directories
  case commands
  case words([String])
}
