import Text

extension ProblemLog {
  /// A log that begins with the problems of the document: keys that occur twice.
  package convenience init(_ document: JSONDocument) {
    self.init(of: document.text, startingWith: document.unplacedProblems)
  }
}
