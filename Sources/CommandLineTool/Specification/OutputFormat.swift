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

  /// Events, one after the other.
  enum Events: String, CaseIterable {
    case text
    case jsonl
  }
}
