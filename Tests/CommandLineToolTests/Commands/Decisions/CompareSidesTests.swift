import JSON
import TestSupport
import Testing

@testable import CommandLineTool

/// Two sides of one scenario, or of two, that options make differ.
struct CompareSidesTests {
  private let fixture = RunFixture()

  private static let warning =
    "the two sides are the same, so nothing can differ; --set-base and --set-new change one of them"

  private func run(_ line: String) async -> Outcome { await fixture.run(line) }

  private func changes(_ line: String) async throws -> JSONValue? {
    let outcome = await run(line + " --format json")
    #expect(outcome.status == .success && outcome.error.isEmpty, "\(outcome.error)")
    let document = try JSONDocument(parsing: Array(outcome.output.utf8))
    guard case .object(let report) = document.root.value else { return nil }
    return report["changes"]
  }

  @Test func oneScenarioCanBeBothSides() async {
    let outcome = await run(
      "compare s.json --set-base voters.h.accuracy=0.9 --set-new voters.h.accuracy=0.6"
        + " --set workload.proposals=3 --trials 100")
    #expect(outcome.status == .success && outcome.error.isEmpty)
    #expect(
      outcome.output.hasPrefix(
        """
        base  s.json: 100 trials a cell, seed 1
              workload.proposals=3
              voters.h.accuracy=0.9
        new   s.json: 100 trials a cell, seed 1
              workload.proposals=3
              voters.h.accuracy=0.6


        """))
    #expect(outcome.output.contains("worse\n"))
  }

  /// However a side comes to its fields, what is compared is the same.
  @Test func theSidesAreThoseOfTwoScenarios() async throws {
    let worse = RunFixture.small.replacing("\"accuracy\": 0.9", with: "\"accuracy\": 0.6")
    let two = await fixture.run(
      "compare s.json worse.json --trials 100 --format json", files: ["worse.json": worse])
    let document = try JSONDocument(parsing: Array(two.output.utf8))
    guard case .object(let report) = document.root.value, let expected = report["changes"] else {
      Issue.record("no report")
      return
    }
    for line in [
      "compare s.json --set-new voters.h.accuracy=0.6",
      "compare s.json s.json --set-new voters.h.accuracy=0.6",
      "compare s.json --set voters.h.accuracy=0.6 --set-base voters.h.accuracy=0.9",
      "compare s.json --set-new voters.h.accuracy=0.1 --set-new voters.h.accuracy=0.6",
    ] {
      #expect(try await changes(line + " --trials 100") == expected, "\(line)")
    }
  }

  /// The axis that is set on a side cannot say which cells belong together.
  @Test func anAxisCanBeSet() async throws {
    let outcome = await run(
      "compare s.json --set-base safeguards.tally=anytime --set-new safeguards.tally=decisive")
    #expect(outcome.status == .success)
    #expect(
      outcome.output.contains(
        "\n\ncell 1\n  safeguards.tally = anytime, decisive in the new result\n  metric"))
    #expect(outcome.output.contains("11 metrics in 1 cell compared: "))
    let one = await run("compare s.json --set-new safeguards.tally=decisive")
    #expect(one.output.contains("22 metrics in 2 cells compared: "))
    #expect(one.output.contains("cell 1\n  safeguards.tally = anytime, decisive in the new"))
  }

  /// Expectations are not decided here, so they need not fit what is left of the sweep.
  @Test func expectationsOnOtherValuesAreNoHindrance() async {
    let expecting = RunFixture.small.replacing(
      "\"decisive\"]}}",
      with: """
        "decisive"]}, "expect": [{"metric": "correct_rate", "at_least": 0.5,
          "where": {"safeguards.tally": "anytime"}}]}
        """)
    let outcome = await fixture.run(
      "compare e.json --set-base safeguards.tally=anytime --set-new safeguards.tally=decisive",
      files: ["e.json": expecting])
    #expect(outcome.status == .success && outcome.output.contains("in 1 cell compared"))
  }

  @Test func aFolderCanBeComparedWithItsScenarioChanged() async {
    _ = await run("run s.json --per-trial --out @/r")
    let same = await run("compare @/r s.json")
    #expect(same.output.contains(" 0 changed") && same.error.isEmpty)
    let changed = await run("compare @/r s.json --set-new voters.h.accuracy=0.5")
    #expect(changed.status == .success && changed.output.contains("worse\n"))
    let reversed = await run("compare s.json @/r --set-base voters.h.accuracy=0.5")
    #expect(reversed.status == .success && reversed.output.contains("better\n"))
  }

  @Test func standardInputIsReadOnceForBothSides() async {
    for operands in ["-", "- -"] {
      let outcome = await Program.quorumlab.outcome(
        of: "compare \(operands) --set-new seed=2", in: .init(standardInput: RunFixture.small))
      #expect(outcome.status == .success && outcome.output.hasPrefix("base  standard input: 40"))
    }
  }

  // MARK: Equal sides

  @Test func sidesThatAreTheSameAreWarnedOf() async {
    _ = await run("run s.json --per-trial --out @/r")
    let named = RunFixture.small.replacing("\"small\"", with: "\"other\"")
    for (line, place) in [
      ("compare s.json", "s.json"), ("compare s.json s.json", "s.json"),
      ("compare s.json --set trials=30", "s.json"),
      ("compare s.json --set-new voters.h.accuracy=0.9", "s.json"),
      ("compare s.json named.json", "s.json, named.json"), ("compare @/r @/r", "@/r"),
    ] {
      let shown = place.replacing("@", with: fixture.folder.path)
      let outcome = await fixture.run(line, files: ["named.json": named])
      #expect(outcome.status == .success && outcome.output.contains(" 0 changed"), "\(line)")
      #expect(outcome.error == "\(shown): warning: \(Self.warning)\n", "\(line)")
      let quiet = await fixture.run(line + " --quiet", files: ["named.json": named])
      #expect(quiet == Outcome(status: .success, output: "", error: ""), "\(line)")
      let strict = await fixture.run(line + " --strict --quiet", files: ["named.json": named])
      #expect(
        strict == Outcome(status: .badInput, output: "", error: "\(shown): \(Self.warning)\n"))
    }
  }

  @Test func sidesThatDifferAreNotWarnedOf() async {
    for change in ["seed=2", "trials=30", "voters.h.accuracy=0.8", "costs.false_approval=2"] {
      let outcome = await run("compare s.json --strict --set-new \(change)")
      #expect(outcome.status == .success && outcome.error.isEmpty, "\(change): \(outcome.error)")
    }
  }

  // MARK: Problems

  @Test func aProblemIsToldOnceWithTheOptionItComesFrom() async {
    let both = await run("compare s.json --set voters.x.count=1 --set-base seed=2")
    #expect(both.status == .badInput && both.error.split(separator: "\n").count == 1)
    #expect(both.error.hasPrefix("s.json:--set voters.x.count=1: voters.x.count: the path does"))
    let one = await run("compare s.json --set-base voters.x.count=1 --set-new voters.y.count=1")
    let lines = one.error.split(separator: "\n")
    #expect(one.status == .badInput && lines.count == 2)
    #expect(lines.first?.hasPrefix("s.json:--set-base voters.x.count=1: voters.x.count") == true)
    #expect(lines.last?.hasPrefix("s.json:--set-new voters.y.count=1: voters.y.count") == true)
    let none = await run("compare none.json --set-new seed=2")
    #expect(none.status == .noInput)
    #expect(none.error == "quorumlab compare: 'none.json' is missing\n")
  }

  @Test func verdictsHaveColoursOnATerminal() async {
    let line = "compare s.json --set-new voters.h.accuracy=0.5"
    let outcome = await Program.quorumlab.outcome(
      of: line, in: .init(files: ["s.json": RunFixture.small], terminals: [.standardOutput]))
    #expect(outcome.output.contains("  \u{1B}[1;31mworse\u{1B}[0m\n"))
    let better = await Program.quorumlab.outcome(
      of: line.replacing("--set-new", with: "--set-base"),
      in: .init(files: ["s.json": RunFixture.small], terminals: [.standardOutput]))
    #expect(better.output.contains("\u{1B}[32mbetter\u{1B}[0m\n"))
  }
}
