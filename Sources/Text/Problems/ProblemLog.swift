/// The problems found while a text is decoded, so that all can be reported at once.
package final class ProblemLog {
  private let text: [UInt8]

  /// The problems in the order in which they were found.
  package private(set) var unplacedProblems: [UnplacedProblem]

  /// The largest number of reported problems: nobody reads more, and a hostile file has millions.
  package static let problemsMax = 1000

  /// A log that begins with known problems.
  package init(of text: [UInt8] = [], startingWith problems: [UnplacedProblem] = []) {
    self.text = text
    unplacedProblems = Array(problems.prefix(Self.problemsMax))
  }

  /// The problems in the order of their positions.
  package var problems: [TextProblem] { unplacedProblems.placed(in: text) }

  /// Whether the largest number of problems is reached.
  package var isFull: Bool { unplacedProblems.count >= Self.problemsMax }

  /// Whether no problem has been found with the value at a path or any part of it.
  ///
  /// - Complexity: O(*n*) in the problems so far.
  package func isSound(_ path: String) -> Bool {
    unplacedProblems.allSatisfy { problem in
      guard path != "$", problem.path.utf8.starts(with: path.utf8) else { return path != "$" }
      guard let next = problem.path.utf8.dropFirst(path.utf8.count).first else { return false }
      return next != UInt8(ascii: ".") && next != UInt8(ascii: "[")
    }
  }

  /// Adds a problem with the value at a path and an offset.
  package func report(_ message: String, path: String, offset: Int) {
    if isFull { return }
    unplacedProblems.append(UnplacedProblem(offset: offset, path: path, message: message))
  }
}
