/// The problems met while a text is decoded, so that all can be told at once.
public final class ProblemLog {
  private let text: [UInt8]

  /// The problems in the order they were met.
  public private(set) var unplacedProblems: [UnplacedProblem]

  /// How many problems are told at most: nobody reads more, and a hostile file has millions.
  public static let problemsMax = 1000

  /// A log that starts with what is known already.
  public init(of text: [UInt8] = [], startingWith problems: [UnplacedProblem] = []) {
    self.text = text
    unplacedProblems = Array(problems.prefix(Self.problemsMax))
  }

  /// The problems in the order of their places.
  public var problems: [TextProblem] { unplacedProblems.placed(in: text) }

  /// Whether there are as many problems as are told at most.
  public var isFull: Bool { unplacedProblems.count >= Self.problemsMax }

  /// Whether nothing is wrong so far with the value at a path or with any part of it.
  ///
  /// - Complexity: O(*n*) in the problems so far.
  public func isSound(_ path: String) -> Bool {
    unplacedProblems.allSatisfy { problem in
      guard path != "$", problem.path.utf8.starts(with: path.utf8) else { return path != "$" }
      guard let next = problem.path.utf8.dropFirst(path.utf8.count).first else { return false }
      return next != UInt8(ascii: ".") && next != UInt8(ascii: "[")
    }
  }

  /// Adds a problem with the value at a path that stands at an offset.
  public func report(_ message: String, path: String, offset: Int) {
    if isFull { return }
    unplacedProblems.append(UnplacedProblem(offset: offset, path: path, message: message))
  }
}
