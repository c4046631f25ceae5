import Agents
import Consensus
import JSON
import Scenarios
import TestSupport
import Testing
import Text

struct VariantTests {
  private let attacks = """
    "attack": [
      {"label": "none", "set": {}},
      {"label": "loud ring", "set": {"voters.ring.count": "max_faulty", "voters.ring.plan": "oppose"}},
      {"label": "2/3", "set": {"voters.ring.count": 1, "config.quorum_fraction": "2/3"}}]
    """

  private func file(
    _ sweep: String, rest: String = "", overrides: [ScenarioOverride] = []
  ) throws -> ScenarioFile { try checked(sweep, rest: rest, overrides: overrides).file }

  private func checked(
    _ sweep: String, rest: String = "", overrides: [ScenarioOverride] = []
  ) throws(TextProblems) -> (file: ScenarioFile, warnings: [TextProblem]) {
    let (file, warnings, _) = try ScenarioFile.checked(
      Array(
        """
        {"name": "s", "electorate": 10, "voters": [
          {"name": "honest", "role": "honest", "count": "rest"},
          {"name": "ring", "role": "colluding", "count": 0, "plan": "lockstep"}],
         "sweep": {
        \(sweep)
        }\(rest)}
        """.utf8), overrides: overrides)
    return (file, warnings)
  }

  private func problems(
    _ sweep: String, rest: String = "", overrides: [ScenarioOverride] = []
  ) -> [String] {
    let error = #expect(throws: TextProblems.self) {
      try checked(sweep, rest: rest, overrides: overrides)
    }
    return error?.problems.map(\.description) ?? []
  }

  @Test func severalFieldsChangeTogether() throws {
    let file = try file(attacks + #", "config.majority_threshold": ["1/3", 0.5]"#)
    #expect(file.cells.map { $0.scenario.groups[1].count } == [0, 0, 3, 3, 1, 1])
    #expect(file.cells.map { $0.scenario.groups[0].count } == [10, 10, 7, 7, 9, 9])
    let (half, twoThirds) = (0.5, 2.0 / 3)
    let fractions: [Double] = file.cells.map(\.scenario.config.quorumFraction)
    #expect(fractions == [half, half, half, half, twoThirds, twoThirds])
    #expect(file.cells[0].scenario.config.majorityThreshold == 1.0 / 3)
  }

  @Test func rowsCarryTheLabel() throws {
    let file = try file(attacks)
    #expect(file.axes.map(\.name) == ["attack"])
    #expect(file.axes[0].values == ["none", "loud ring", "2/3"])
    #expect(file.cells.map { $0.axes[0].axis } == ["attack", "attack", "attack"])
    // A label is a text, even one that looks like a fraction.
    #expect(file.cells.map { $0.axes[0].value } == ["none", "loud ring", "2/3"])
  }

  @Test func conditionsNameTheLabel() throws {
    let file = try file(
      attacks,
      rest: """
        , "expect": [
          {"metric": "correct_rate", "at_least": 0.5, "where": {"attack": "2/3"}},
          {"metric": "correct_rate", "at_least": 0.6, "where": {"attack": "loud ring"}}]
        """)
    #expect(
      file.cells.map { cell in file.expectations.map { $0.applies(to: cell) } }
        == [[false, false], [false, true], [true, false]])
    #expect(
      problems(
        attacks,
        rest: """
          , "expect": [{"metric": "auc", "at_least": 0, "where": {"attack": "loud"}}]
          """
      ).contains {
        $0.hasSuffix(
          "expect[0].where.attack: \"loud\" is not a value of the axis; "
            + "its values are \"none\", \"loud ring\", \"2/3\"")
      })
  }

  /// The manifest of a result holds the whole file, from which it is read again.
  @Test func isReadAgainFromWhatIsWritten() throws {
    let file = try file(attacks + #", "workload.warranted": ["1/3"]"#)
    let again = try ScenarioFile(parsing: file.json.text(.indented))
    #expect(again == file)
    #expect(again.digest == file.digest)
    // What a variant does not change is as in the file, not as in the first variant.
    let swapped = try self.file(
      #""a": [{"label": "x", "set": {"workload.warranted": 0}}, {"label": "y", "set": {}}]"#)
    #expect(try ScenarioFile(parsing: swapped.json.text()) == swapped)
    #expect(file.json.text().contains("\"config.quorum_fraction\":0.6666666666666666"))
  }

  @Test func theOrderOfTheFieldsMakesNoDifference() throws {
    let one = #""a": [{"label": "x", "set": {"trials": 5, "seed": 2}}]"#
    let other = #""a": [{"set": {"seed": 2, "trials": 5.0}, "label": "x"}]"#
    #expect(try file(one).digest == file(other).digest)
  }

  @Test func labelsMustDiffer() {
    #expect(
      problems(#""a": [{"label": "x", "set": {}}, {"label": "x", "set": {"trials": 5}}]"#) == [
        "5:44: sweep.a[1].label: 'x' is the label of another variant; labels must differ in an axis"
      ])
  }

  @Test func aPathThatIsNotThereIsToldAtTheVariant() {
    #expect(
      problems(
        #""a": [{"label": "x", "set": {}}, {"label": "y", "set": {"voters.rign.count": 1}}]"#)
        == [
          "5:57: sweep.a[1].set.voters.rign.count: the path does not exist: there is no group "
            + "'rign' (did you mean 'ring'?); the groups are honest, ring"
        ])
  }

  @Test func aWarningTellsOfVariantsThatChangeNothing() throws {
    let idle = """
      "a": [{"label": "x", "set": {"voters.ring.camouflage": 0.5}}, {"label": "y", "set": {}}]
      """
    #expect(
      try checked(idle).warnings.map { "\($0.path): \($0.message)" } == [
        "sweep.a: no variant of this axis changes anything; all its cells give the same numbers"
      ])
    #expect(try checked(attacks).warnings == [])
    #expect(try checked(idle + #", "voters.ring.count": [0, 1]"#).warnings == [])
  }

  // MARK: Overrides

  @Test func aSetFieldHasItsValueInAllVariants() throws {
    let set = ScenarioOverride(path: "voters.ring.count", value: "2")
    let file = try file(attacks, overrides: [set])
    #expect(file.cells.map { $0.scenario.groups[1].count } == [2, 2, 2])
    #expect(file.axes[0].values == ["none", "loud ring", "2/3"])
  }

  @Test func someVariantsAreChosenByTheirLabels() throws {
    let file = try file(
      attacks, overrides: [ScenarioOverride(axis: "attack", values: "2/3,none")])
    #expect(file.axes[0].values == ["2/3", "none"])
    #expect(file.cells.map { $0.scenario.groups[1].count } == [1, 0])
    #expect(
      problems(attacks, overrides: [ScenarioOverride(axis: "attack", values: "loud rnig")]) == [
        "--sweep attack=loud rnig: attack: there is no variant 'loud rnig' (did you mean "
          + "'loud ring'?); the variants are none, loud ring, 2/3"
      ])
  }
}
