/// All problems of a text.
public struct TextProblems: Error, Hashable, Sendable {
  /// The problems: first those outside the text, then those in the text in the order of their
  /// positions.
  public let problems: [TextProblem]

  /// Problems; there must be at least one.
  public init(_ problems: [TextProblem]) {
    self.problems = problems
  }
}
