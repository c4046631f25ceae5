import Scenarios
import Testing
import Text

/// Scenarios with a key `tune`.
enum TunedFile {
  /// Seven honest voters in two groups, and two liars.
  static let voters = """
    {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9}, \
    {"name": "n", "role": "honest", "count": 3, "accuracy": 0.8}, \
    {"name": "t", "role": "byzantine", "count": 2, "strategy": "oppose"}
    """

  /// The text of a scenario; a request begins in line 3, column 9, and more begins in line 4.
  static func text(_ request: String?, voters: String = voters, more: String = "") -> String {
    """
    {"name": "s",
    "voters": [\(voters)]\(request == nil ? "" : ",")
    \(request.map { "\"tune\": \($0)" } ?? "")
    \(more)}
    """
  }

  /// The file and its warnings as `tune` reads them.
  static func checked(
    _ text: String, _ overrides: [ScenarioOverride] = [], isTuned: Bool = true
  ) throws(TextProblems) -> (file: ScenarioFile, warnings: [TextProblem]) {
    let (file, warnings, _) = try ScenarioFile.checked(
      Array(text.utf8), overrides: overrides, vocabulary: .standard, isTuned: isTuned)
    return (file, warnings)
  }

  /// What `tune` is asked in the first cell.
  static func request(_ request: String, voters: String = voters) throws -> TuneRequest {
    try #require(checked(text(request, voters: voters)).file.cells[0].tuning)
  }

  /// The problems of a scenario that must be refused.
  static func problems(
    _ request: String?, voters: String = voters, more: String = "",
    _ overrides: [ScenarioOverride] = []
  ) -> [String] {
    let text = text(request, voters: voters, more: more)
    let error = #expect(throws: TextProblems.self) { try checked(text, overrides) }
    return error?.problems.map(\.description) ?? []
  }
}
