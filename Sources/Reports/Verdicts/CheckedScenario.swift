import Text

/// What came of a scenario that was to be checked.
public enum CheckedScenario: Sendable {
  /// Verdicts on its expectations.
  case decided(CheckReport)
  /// Problems, for which it could not be checked.
  case refused(RefusedScenario)

  /// The verdicts; nil if it was refused.
  package var report: CheckReport? {
    if case .decided(let report) = self { report } else { nil }
  }
}

/// A scenario that is not valid or cannot be read.
public struct RefusedScenario: Sendable {
  /// A problem of a scenario.
  public struct Problem: Sendable {
    /// The position in the file; nil if it is not about a place in it.
    let position: TextPosition?
    /// What is wrong.
    let message: String

    /// A problem in the text of the scenario, or in an option that changes it.
    package init(_ problem: TextProblem) {
      switch problem.place {
      case .text(let position):
        self.position = position
        message = "\(problem.path): \(problem.message)"
      case .argument(let text):
        position = nil
        message = "\(text): \(problem.path): \(problem.message)"
      }
    }

    /// A problem of the file as a whole.
    package init(_ message: String) {
      position = nil
      self.message = message
    }
  }

  /// The path as given by the user.
  let path: String
  /// What is wrong with it.
  let problems: [Problem]

  /// A scenario with some problems.
  package init(path: String, problems: [Problem]) {
    self.path = path
    self.problems = problems
  }
}
