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

/// An enumeration of words that users write, each of which says what it means.
///
/// Help, schema and reference show these sentences, so that no word goes unexplained.
public protocol ExplainedWord: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// What choosing the word means, in one sentence.
  var meaning: String { get }
}

extension ExplainedWord {
  /// The word with its meaning.
  public var choice: Choice { Choice(rawValue, meaning) }
}
