import Scenarios
import Testing
import Text

struct ExpectationPlacesTests {
  private func places(
    _ rest: String, _ overrides: ScenarioOverride...
  ) throws -> (lines: [Int?], count: Int, warnings: [String]) {
    let (file, warnings, places) = try ScenarioFile.checked(
      Array(
        """
        {"name": "s", "voters": [{"name": "a", "role": "honest", "count": 3}]\(rest)}
        """.utf8), overrides: overrides)
    return (
      (0...file.expectations.count).map { places.line(of: $0) }, file.expectations.count,
      warnings.map(\.description)
    )
  }

  private let three = """
    , "sweep": {"voters.a.count": [1, 2, 3], "workload.warranted": ["1/3", "2/3"]}, "expect": [
      {"metric": "auc", "detector": "kappa", "at_least": 0, "where": {"voters.a.count": 2}},

      {"metric": "correct_rate", "at_least": 0.5, "where": {"workload.warranted": "1/3"}},
      {"metric": "correct_rate",
       "at_least": 0.25}
    ], "detectors": [{"method": "kappa"}]
    """

  @Test func eachExpectationHasItsLine() throws {
    #expect(try places(three).lines == [2, 4, 5, nil])
    #expect(try places("").lines == [nil])
  }

  @Test func whatIsSetHasNoLine() throws {
    let set = ScenarioOverride(
      path: "expect", value: #"[{"metric": "correct_rate", "at_least": 0}]"#)
    let found = try places(three, set)
    #expect(found.count == 1 && found.lines == [nil, nil])
  }

  /// An axis may be changed without a change of all expectations; but this is told.
  @Test(arguments: [
    ScenarioOverride(axis: "voters.a.count", values: "1,3"),
    ScenarioOverride(path: "voters.a.count", value: "3"),
  ])
  func expectationsOnLostCellsAreLeftOut(override: ScenarioOverride) throws {
    let found = try places(three, override)
    #expect(found.lines == [4, 5, nil])
    #expect(
      found.warnings == [
        "2:85: expect[0].where.voters.a.count: no cell has this value, because the axis was changed; "
          + "the expectation is left out"
      ])
  }

  /// Of several values those stay that there are; the others are no more to be checked.
  @Test func ofAListTheOtherValuesStay() throws {
    let list = """
      , "sweep": {"voters.a.count": [1, 2, 3], "a": [
        {"label": "x", "set": {}}, {"label": "y", "set": {"trials": 5}}]}, "expect": [
        {"metric": "correct_rate", "at_least": 0.5, "where": {"voters.a.count": [1, 2]}},
        {"metric": "correct_rate", "at_least": 0.5, "where": {"a": ["x", "y"]}}]
      """
    let some = ScenarioOverride(axis: "voters.a.count", values: "2,4")
    #expect(try places(list, some).lines == [3, 4, nil])
    #expect(try places(list, some).warnings == [])
    let none = ScenarioOverride(axis: "voters.a.count", values: "4")
    #expect(try places(list, none).lines == [4, nil])
    let one = try places(list, ScenarioOverride(axis: "a", values: "y"))
    #expect(one.lines == [3, 4, nil] && one.warnings == [])
    // The list is compared with the values of the axis, fractions with numbers.
    let listed = try places(three.replacing("\"1/3\"}}", with: "[\"1/3\", \"2/3\"]}}"))
    #expect(listed.lines == [2, 4, 5, nil])
  }

  @Test func aConditionThatNeverHeldIsStillRefused() {
    let wrong =
      ", \"sweep\": {\"trials\": [1, 2]}, \"expect\": "
      + "[{\"metric\": \"correct_rate\", \"at_least\": 0, \"where\": {\"trials\": 3}}]"
    #expect(throws: TextProblems.self) {
      try places(wrong, ScenarioOverride(axis: "trials", values: "1"))
    }
  }

  @Test func fractionsAreTheSameValues() throws {
    let half = try places(three, ScenarioOverride(axis: "workload.warranted", values: "1/2,2/6"))
    #expect(half.lines == [2, 4, 5, nil] && half.warnings == [])
    let lost = try places(three, ScenarioOverride(axis: "workload.warranted", values: "1/2"))
    #expect(lost.lines == [2, 5, nil])
  }
}
