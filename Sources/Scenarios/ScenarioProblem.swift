import JSON

/// One thing wrong with a scenario: where, what, and what would be allowed.
public struct ScenarioProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where something is wrong.
  public enum Place: Hashable, Sendable {
    /// In the file.
    case file(TextPosition)
    /// In an override, as it was given.
    case override(String)
  }

  /// Where it stands.
  public let place: Place
  /// Which value it is about, such as `voters[0].count`; `$` for the whole scenario.
  public let path: String
  /// What is wrong; what is allowed.
  public let message: String

  /// A problem in the file.
  init(_ problem: JSONProblem) {
    place = .file(problem.position)
    path = problem.path
    message = problem.message
  }

  /// A problem in an override.
  init(_ override: ScenarioOverride, path: String, message: String) {
    place = .override(override.description)
    self.path = path
    self.message = message
  }

  /// The problem as `LINE:COLUMN: PATH: what is wrong; what is allowed`.
  public var description: String {
    switch place {
    case .file(let position): "\(position): \(path): \(message)"
    case .override(let text): "\(text): \(path): \(message)"
    }
  }
}

/// Everything that is wrong with a scenario.
public struct ScenarioError: Error, Hashable, Sendable {
  /// The problems: those of overrides first, then those of the file in the order of their places.
  public let problems: [ScenarioProblem]
}
