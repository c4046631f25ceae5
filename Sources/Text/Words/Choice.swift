/// A word that may be chosen, and what it means.
public struct Choice: Hashable, Sendable {
  /// The word, as it is written.
  public let word: String
  /// What choosing it means, in one sentence.
  public let meaning: String

  /// A word with its meaning.
  public init(_ word: String, _ meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}

/// Something that users choose by a word.
///
/// Help, schema and reference show what the words mean, so that none goes unexplained.
public protocol Choosable: Sendable {
  /// The word with its meaning.
  var choice: Choice { get }
}

/// An enumeration of words that users write, each of which says what it means.
public protocol ExplainedWord: Choosable, RawRepresentable, CaseIterable where RawValue == String {
  /// What choosing the word means, in one sentence.
  var meaning: String { get }
}

extension ExplainedWord {
  /// The word with its meaning.
  public var choice: Choice { Choice(rawValue, meaning) }
}

/// A value that users choose by its name; values are equal if their names are.
public protocol NamedChoice: Choosable, Hashable, CustomStringConvertible {
  /// The name in scenarios.
  var name: String { get }
  /// What choosing it means, in one sentence.
  var summary: String { get }
}

extension NamedChoice {
  /// The name with its meaning.
  public var choice: Choice { Choice(name, summary) }

  /// Whether the names are equal.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// Hashes the name, which decides equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name in scenarios.
  public var description: String { name }
}
