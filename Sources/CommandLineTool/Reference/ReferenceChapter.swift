import Text

/// A chapter of the reference, made from the tables of the code: what `quorumlab help TOPIC` shows, a
/// page of the documentation and a part of the man page.
struct ReferenceChapter {
  /// Something that is explained: a strategy, a metric, a field, an option.
  struct Entry {
    /// How it is written.
    let term: String
    /// What it is, in one sentence or more.
    let meaning: String
    /// What is to be noted besides: ranges, defaults, limits.
    let notes: [String]
    /// The words that it may be, where each needs to be explained.
    let choices: [Choice]

    /// Something that is explained in more than a word.
    init(term: String, meaning: String, notes: [String] = [], choices: [Choice] = []) {
      self.term = term
      self.meaning = meaning
      self.notes = notes
      self.choices = choices
    }

    /// A word with its meaning.
    init(_ choice: Choice, notes: [String] = []) {
      self.init(term: choice.word, meaning: choice.meaning, notes: notes)
    }

    /// The meaning with the notes in parentheses.
    var explanation: String {
      if notes.isEmpty { return meaning }
      let sentence = meaning.hasSuffix(".") ? meaning.dropLast() : meaning[...]
      return "\(sentence) (\(notes.joined(separator: "; ")))."
    }
  }

  /// Entries of one kind.
  struct Section {
    let title: String
    /// What holds for all of them; may be empty.
    var introduction = ""
    let entries: [Entry]
  }

  let title: String
  /// What the chapter is about, in one sentence.
  let abstract: String
  let sections: [Section]
}
