import Text

extension ProblemLog {
  /// A log that starts with what the parser found: keys that stand twice.
  public convenience init(_ document: JSONDocument) {
    self.init(of: document.text, startingWith: document.unplacedProblems)
  }
}
