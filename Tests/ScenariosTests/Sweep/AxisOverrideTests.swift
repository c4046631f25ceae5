import Agents
import Consensus
import JSON
import Scenarios
import TestSupport
import Testing
import Text

/// Axes from the command line.
struct AxisOverrideTests {
  private static let sweep = #", "sweep": {"voters.ring.count": [1, 2], "trials": [5, 6]}"#

  private func checked(
    _ arguments: [String], set: [String] = [], rest: String = sweep
  ) throws(TextProblems) -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "s", "electorate": 10, "voters": [
          {"name": "honest", "role": "honest", "count": "rest"},
          {"name": "ring", "role": "colluding", "count": 0, "plan": "lockstep"}]\(rest)}
        """,
      overrides: set.compactMap { ScenarioOverride(argument: $0) }
        + arguments.compactMap { ScenarioOverride(.axis, argument: $0) })
  }

  private func problems(_ arguments: String..., set: [String] = []) -> [String] {
    let error = #expect(throws: TextProblems.self) { try checked(arguments, set: set) }
    return error?.problems.map(\.description) ?? []
  }

  private func texts(_ file: ScenarioFile, axis: Int) -> [String] {
    file.axes[axis].values.map { $0.text() }
  }

  @Test func aNewAxisTurnsFastest() throws {
    let file = try checked(["config.quorum_fraction=1/2,2/3,0.75", "mode=central,replicated"])
    #expect(
      file.axes.map(\.name) == [
        "voters.ring.count", "trials", "config.quorum_fraction", "mode",
      ])
    #expect(file.cells.count == 24)
    #expect(file.cells[2].scenario.config.quorumFraction == 0.6666666666666666)
    #expect(texts(file, axis: 2) == ["0.5", "0.6666666666666666", "0.75"])
    #expect(file.cells.prefix(2).map(\.scenario.mode) == [.central, .replicated])
  }

  /// As `--set` replaces a value.
  @Test func anAxisOfTheFileIsReplacedInItsPlace() throws {
    let file = try checked(["voters.ring.count=0,max_faulty"])
    #expect(file.axes.map(\.name) == ["voters.ring.count", "trials"])
    // Rows show what was written.
    #expect(texts(file, axis: 0) == ["0", "\"max_faulty\""])
    #expect(file.cells.map { $0.scenario.groups[1].count } == [0, 0, 3, 3])
  }

  @Test func aFileWithoutASweepGetsOne() throws {
    for rest in ["", #", "sweep": null"#, #", "sweep": {}"#] {
      #expect(try checked(["trials=5,6"], rest: rest).cells.map(\.scenario.trials) == [5, 6])
    }
  }

  @Test(arguments: [
    (#"{"from": 1, "to": 3}"#, ["1", "2", "3"]),
    ("[7, 8]", ["7", "8"]),
    ("7", ["7"]),
    (" 7 , 8 ", ["7", "8"]),
  ])
  func valuesMayBeAsInAFile(values: String, texts expected: [String]) throws {
    #expect(try texts(checked(["trials=\(values)"], rest: ""), axis: 0) == expected)
  }

  @Test func commasInsideOfValuesDoNotDivideThem() throws {
    let pairs = #"{"warranted": 1, "unwarranted": 0.5},0.75,{"unwarranted": "1/3", "warranted": 1}"#
    #expect(
      try texts(checked(["voters.honest.accuracy=\(pairs)"], rest: ""), axis: 0) == [
        #"{"unwarranted":0.5,"warranted":1}"#, "0.75",
        #"{"unwarranted":0.3333333333333333,"warranted":1}"#,
      ])
    let one = #"voters.honest.latency={"constant": 1}"#
    #expect(try texts(checked([one], rest: ""), axis: 0) == [#"{"constant":1}"#])
    let quoted = #"variant=[{"label": "a, \"b\"", "set": {}}]"#
    #expect(try checked([quoted], rest: "").axes[0].values == ["a, \"b\""])
  }

  @Test func conditionsMayHaveFractionsToo() throws {
    let file = try checked(
      ["config.quorum_fraction=1/3,2/3"],
      rest: """
        , "expect": [
          {"metric": "correct_rate", "at_least": "1/3",
           "where": {"config.quorum_fraction": "2/3"}}]
        """)
    #expect(file.cells.map { file.expectations[0].applies(to: $0) } == [false, true])
    #expect(file.expectations[0].metricClaim?.limit == .atLeast(1.0 / 3))
  }

  @Test func badOnesAreToldAsTheyWereGiven() {
    #expect(
      problems("trials=1,,2", "voters.ring.count=1,1", "config.quorum_fraction=1/0,2/-3,1e400/1")
        == [
          "--sweep trials=1,,2: trials: a value is missing; use values with commas between them, such "
            + "as --sweep PATH=V,V",
          "--sweep voters.ring.count=1,1: sweep.voters.ring.count[1]: 1 is listed twice; each value may "
            + "be listed once",
        ])
    #expect(
      problems("config.quorum_fraction=1/0,2/-3") == [
        "--sweep config.quorum_fraction=1/0,2/-3: config.quorum_fraction: '1/0' is not a valid "
          + "fraction; use two whole numbers of at most 15 digits, the second above 0, such as 2/3",
        "--sweep config.quorum_fraction=1/0,2/-3: config.quorum_fraction: '2/-3' is not a valid "
          + "fraction; use two whole numbers of at most 15 digits, the second above 0, such as 2/3",
      ])
    #expect(
      problems("voters.ring=1", "name=a,b", "a..b=1") == [
        "--sweep voters.ring=1: sweep.voters.ring: this field cannot be swept: voters must be swept "
          + "field by field, such as voters.NAME.count",
        "--sweep name=a,b: sweep.name: this field cannot be swept: name must be the same in all "
          + "cells",
        "--sweep a..b=1: sweep.a..b: 'a..b' is not a valid path; use keys with '.' between them, and "
          + "[0], [1] and so on for elements of lists",
      ])
    #expect(
      problems("config.quorum_faction=1") == [
        "--sweep config.quorum_faction=1: config.quorum_faction: unknown key (did you mean "
          + "'quorum_fraction'?); allowed are quorum_fraction, majority_threshold, "
          + "supermajority_threshold, default_expiry_seconds, allow_vote_change, max_active_proposals"
      ])
  }

  @Test func twoOfTheSameFieldContradictEachOther() {
    #expect(
      problems("seed=1,2", "seed=3") == [
        "--sweep seed=3: seed: '--sweep seed=1,2' is given, too; use only one of them"
      ])
    #expect(
      problems("seed=1,2", set: ["seed=3"]) == [
        "--sweep seed=1,2: seed: '--set seed=3' is given, too; use only one of them"
      ])
  }

  /// What refers to an axis is not told to be wrong because the axis is.
  @Test func aBadAxisIsOneProblem() {
    let condition = #"{"metric": "correct_rate", "at_least": 0, "where": {"seed": 1}}"#
    let rest = #", "sweep": {"seed": [1, 2]}, "expect": [\#(condition)]"#
    for axis in ["trials=", "trials=1,,2", "trials=1,1", "seed=1,1", "seed=x,1", "sweep=1"] {
      let error = #expect(throws: TextProblems.self) { try checked([axis], rest: rest) }
      #expect(error?.problems.count == 1, "\(error?.problems.map(\.description) ?? [])")
    }
  }

  @Test func aHugeListIsRefused() {
    let values = (1...10_001).map(String.init).joined(separator: ",")
    let problem = problems("trials=\(values)").first ?? ""
    #expect(
      problem.hasSuffix("…: sweep.trials: the list has 10001 values; at most 10000 are allowed"))
    // The place is the option, but nobody reads all of it.
    #expect(problem.hasPrefix("--sweep trials=1,2,3,4,") && problem.count < 700)
  }

  // MARK: Lists where one value stands

  @Test(arguments: [
    (
      "config.quorum_fraction=[0.5,0.75]",
      "a list is not allowed; it must be a number above 0 and at most 1"
    ),
    ("trials=[5]", "a list is not allowed; it must be a whole number from 1 to 1000000000000"),
    ("mode=[\"central\",\"replicated\"]", "a list is not allowed; it must be a string"),
    (
      "config.quorum_fraction=[1/2,2/3]",
      "a string is not allowed; it must be a number above 0 and at most 1"
    ),
    (
      "config.quorum_fraction=1/2,2/3",
      "a string is not allowed; it must be a number above 0 and at most 1"
    ),
    (
      "mode=central,replicated",
      "unknown value 'central,replicated'; allowed are central, replicated"
    ),
  ])
  func aListWhereOneValueStandsIsAnAxis(argument: String, problem: String) {
    let path = argument.prefix { $0 != "=" }
    #expect(
      problems(set: [argument]) == [
        "--set \(argument): \(path): \(problem); to try several values, use --sweep \(path)=V,V"
      ])
  }

  /// A hint that would not help is none.
  @Test(arguments: [
    "config.quorum_fraction=[\"x\"]", "config.quorum_fraction=[]", "config.quorum_fraction=[",
    "config.quorum_fraction=x,1", "config.quorum_fraction=x", "config.quorum_fraction=[x]",
    "name=[\"a\"]",
  ])
  func aListOfWhatCannotBeAnAxisIsNot(argument: String) {
    #expect(!problems(set: [argument]).joined().contains("--sweep"))
  }
}
