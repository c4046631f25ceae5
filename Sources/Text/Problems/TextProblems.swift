/// Everything that is wrong with a text.
public struct TextProblems: Error, Hashable, Sendable {
  /// The problems: those of what was given beside the text first, then those in the text in the
  /// order of their places.
  public let problems: [TextProblem]

  /// Problems, of which there is one at least.
  public init(_ problems: [TextProblem]) {
    self.problems = problems
  }
}
