/// The choices of `--format`: one enumeration for each set of choices.
enum OutputFormat {
  /// A report, for people or for another program.
  enum Report: String, CaseIterable {
    case table
    case json
  }

  /// Rows of numbers.
  enum Rows: String, CaseIterable {
    case table
    case csv
    case json
  }

  /// Explanations, for a terminal, a web page or `man`.
  enum Manual: String, CaseIterable {
    case text
    case markdown
    case man
  }

  /// Events, one after the other.
  enum Events: String, CaseIterable {
    case text
    case jsonl
  }
}
