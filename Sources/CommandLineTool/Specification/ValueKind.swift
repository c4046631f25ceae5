import Scenarios
import Text

/// The values that an option or operand takes, and how they are read.
struct ValueKind<Value: Sendable>: Sendable {
  let syntax: ValueSyntax
  /// Reads a value; nil if the text is not one.
  let read: @Sendable (String) -> Value?

  /// A kind of value.
  ///
  /// - Parameters:
  ///   - placeholder: The placeholder of the value in help; nil for the name of the option in
  ///     capitals.
  ///   - expectation: What is allowed, for messages that say "expects".
  ///   - note: A note on the allowed values for help, if any.
  init(
    placeholder: String?, expectation: String, note: String? = nil, completion: Completion = .none,
    read: @escaping @Sendable (String) -> Value?
  ) {
    self.syntax = ValueSyntax(
      placeholder: placeholder, expectation: expectation, note: note, completion: completion,
      accepts: { read($0) != nil })
    self.read = read
  }

  private init(_ syntax: ValueSyntax, read: @escaping @Sendable (String) -> Value?) {
    self.syntax = syntax
    self.read = read
  }

  /// One of some words, which are read as they are.
  static func choice(
    _ words: [String], read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    Self(.choice(words), read: read)
  }

  /// One of the words that the vocabulary of the program has for something; the command looks it up.
  static func word(
    of words: @escaping @Sendable (Vocabulary) -> [String]
  ) -> Self where Value == String {
    var syntax = ValueSyntax.choice(words(.standard))
    syntax.words = words
    return Self(syntax, read: { $0 })
  }

  /// Reads a text that the parser has accepted, or a default.
  func readChecked(_ text: String) -> Value {
    guard let value = read(text) else {
      preconditionFailure("'\(text)' was not checked: expected \(syntax.expectation)")
    }
    return value
  }
}

/// What parsing, help and completions need of a kind of value, without its type.
struct ValueSyntax: Sendable {
  let placeholder: String?
  let expectation: String
  let note: String?
  let completion: Completion
  let accepts: @Sendable (String) -> Bool
  /// The words from which to choose, if those depend on the vocabulary of the program.
  var words: (@Sendable (Vocabulary) -> [String])?

  /// One of some words.
  static func choice(_ words: [String]) -> ValueSyntax {
    let list = words.listed(with: "or")
    return ValueSyntax(
      placeholder: nil, expectation: list, note: list, completion: .words(words),
      accepts: words.contains)
  }
}

/// What a shell offers on TAB.
enum Completion: Equatable, Sendable {
  case none
  case files
  case directories
  /// The program's commands and the topics of its help.
  case topics
  case words([String])
}
