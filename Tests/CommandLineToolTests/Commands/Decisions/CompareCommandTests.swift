import Experiments
import JSON
import TestSupport
import Testing

@testable import CommandLineTool

struct CompareCommandTests {
  private let fixture = RunFixture()
  private var folder: TemporaryFolder { fixture.folder }

  /// The small scenario with worse voters, and with other cells.
  private let others = [
    "worse.json": RunFixture.small.replacing("\"accuracy\": 0.9", with: "\"accuracy\": 0.6"),
    "decisive.json": RunFixture.small.replacing("\"anytime\", ", with: ""),
    "plain.json": RunFixture.small.replacing(
      ",\n \"sweep\": {\"safeguards.tally\": [\"anytime\", \"decisive\"]}", with: ""),
  ]

  private func run(_ line: String) async -> Outcome { await fixture.run(line, files: others) }

  private func json(_ line: String) async throws -> JSONObject {
    let outcome = await run(line + " --format json")
    let document = try JSONDocument(parsing: Array(outcome.output.utf8))
    guard case .object(let members) = document.root.value else { return JSONObject() }
    return members
  }

  @Test func onlyWhatChangedIsTold() async {
    let outcome = await run("compare s.json worse.json --trials 100")
    #expect(outcome.status == .success && outcome.error.isEmpty)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "base  s.json: 100 trials a cell, seed 1")
    #expect(lines[1] == "new   worse.json: 100 trials a cell, seed 1")
    #expect(outcome.output.contains("\n\ncell 2\n  safeguards.tally = decisive\n  metric"))
    #expect(lines.contains { $0.hasPrefix("  correct_rate") && $0.hasSuffix("worse") })
    #expect(!outcome.output.contains("proposals_refused"))
    let counts = lines.first { $0.hasPrefix("  votes_refused") }
    #expect(counts?.contains("  206    281    75 [55, 95]") == true)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let last = lines.dropLast().last ?? ""
    #expect(last.hasPrefix("22 metrics in 2 cells compared: "))
    #expect(last.hasSuffix(" unchanged (95 %, Holm)"))
  }

  @Test func equalThingsDoNotDiffer() async {
    let outcome = await run("compare s.json s.json --fail-on correct_rate --confidence 0.5")
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        base  s.json: 40 trials a cell, seed 1
        new   s.json: 40 trials a cell, seed 1

        22 metrics in 2 cells compared: 0 changed, 22 unchanged (50 %, Holm)

        """)
  }

  /// Folders and scenarios, in any mixture, on any number of threads.
  @Test func whereTrialsComeFromMakesNoDifference() async throws {
    _ = await run("run s.json --per-trial --trials 100 --out @/base")
    _ = await run("run worse.json --per-trial --trials 100 --out @/new")
    let changes = try await json("compare @/base @/new")["changes"]
    guard case .array(let elements)? = changes else {
      Issue.record("no changes")
      return
    }
    #expect(!elements.isEmpty)
    for line in ["@/base worse.json", "s.json @/new", "s.json worse.json --threads 3"] {
      #expect(try await json("compare \(line) --trials 100")["changes"] == changes, "\(line)")
    }
  }

  @Test func otherProgramsGetEverything() async throws {
    let report = try await json("compare s.json worse.json --trials 100 --seed 5")
    #expect(
      report.members.map(\.key) == [
        "base", "new", "confidence", "comparisons", "cells", "changes", "defined_in_one",
        "only_in_base", "only_in_new",
      ])
    #expect(
      report["base"] == [
        "source": "s.json", "scenario": "small", "set": [], "seed": 5, "trials": 100,
      ])
    #expect(report["comparisons"] == 22 && report["cells"] == 2 && report["confidence"] == 0.95)
    guard case .array(let changes)? = report["changes"], case .object(let change)? = changes.first
    else {
      Issue.record("no changes")
      return
    }
    #expect(
      change.members.map(\.key) == [
        "cell", "cell_in_new", "axes", "metric", "trials", "base", "new", "difference", "p_value",
        "verdict",
      ])
    #expect(change["axes"] == ["safeguards.tally": "anytime"])
  }

  @Test func aWorseningCanFail() async {
    for (metric, status) in [
      ("correct_rate", ExitStatus.checkFailed), ("latency_mean", .success),
    ] {
      let outcome = await run("compare s.json worse.json --trials 100 --fail-on \(metric)")
      #expect(outcome.status == status && outcome.output.contains("worse"), "\(metric)")
    }
    let both = "--fail-on latency_mean --fail-on correct_rate --quiet"
    let quiet = await run("compare s.json worse.json --trials 100 \(both)")
    #expect(quiet.status == .checkFailed && quiet.error.isEmpty)
    // Only what fails is a problem.
    #expect(quiet.output.contains("correct_rate") && !quiet.output.contains("false_approval_rate"))
    #expect(quiet.output.contains("worse") && !quiet.output.contains("compared:"))
    #expect(
      await run("compare s.json worse.json --trials 100 --fail-on latency_mean --quiet")
        == Outcome(status: .success, output: "", error: ""))
    let better = await run("compare worse.json s.json --trials 100 --fail-on correct_rate")
    #expect(better.status == .success && better.output.contains("better"))
  }

  @Test func whatHasNoPartnerIsTold() async {
    let outcome = await run("compare s.json decisive.json")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("11 metrics in 1 cell compared: 0 changed"))
    #expect(outcome.output.hasSuffix("\ncell 1 is only in the base: safeguards.tally = anytime\n"))
    let none = await run("compare s.json plain.json")
    #expect(none.status == .badInput)
    #expect(none.error.contains("the base has safeguards.tally, the new result has no axes"))
  }

  @Test func differentTrialsAndSeedsAreTold() async {
    _ = await run("run s.json --per-trial --trials 30 --seed 9 --out @/r")
    let outcome = await run("compare @/r s.json --trials 50")
    #expect(outcome.output.contains("\ntrials that only one of the two results has are left out\n"))
    #expect(outcome.output.contains("\nthe seeds differ, so trials share no random draws"))
  }

  // MARK: What goes wrong

  @Test func resultsThatCannotBeComparedAreTold() async throws {
    _ = await run("run s.json --out @/plain")
    let plain = await run("compare @/plain s.json")
    #expect(plain.status == .badInput)
    #expect(
      plain.error == "folder '\(folder.path)/plain' has no trials.csv; only results of "
        + "'quorumlab run --per-trial' can be compared\n")
    try folder.write([1], to: "other/file")
    let other = await run("compare s.json @/other")
    #expect(other.status == .noInput && other.error.contains("has no complete result"))
    #expect(await run("compare s.json none.json").status == .noInput)

    _ = await run("run s.json --per-trial --out @/r")
    let text = try folder.read("r/trials.csv")
    try folder.write(
      text.dropLast(2) + [UInt8(ascii: "7"), UInt8(ascii: "\n")], to: "r/trials.csv")
    let damaged = await run("compare s.json @/r")
    #expect(damaged.status == .badInput && damaged.output.isEmpty)
    #expect(damaged.error.contains("trials.csv: the file does not match manifest.json"))
  }

  @Test func wrongUsageIsTold() async throws {
    _ = await run("run s.json --per-trial --out @/r")
    for (line, message) in [
      ("compare s.json s.json --fail-on correct_rat", "did you mean 'correct_rate'?"),
      ("compare s.json s.json --fail-on participation_mean", "expects "),
      ("compare s.json s.json --confidence 1", "expects a number from 0.5 to 0.999999"),
      ("compare @/r @/r --trials 5", "finished results cannot be changed"),
      ("compare @/r @/r --set seed=1", "finished results cannot be changed"),
      ("compare s.json s.json --trials 1000001", "at most 2,000,000 are allowed"),
      ("compare", "operand BASE is missing"),
      ("compare @/r", "operand NEW is missing; only a scenario can be both sides, and '"),
      ("compare @/r s.json --set-base seed=2", "--set-base applies only to a scenario"),
      ("compare s.json @/r --set-new seed=2", "NEW is a finished result, which cannot be changed"),
      ("compare s.json --set-new seed", "option '--set-new' expects PATH=VALUE"),
    ] {
      let outcome = await run(line)
      #expect(outcome.status == .usage && outcome.output.isEmpty, "\(line)")
      #expect(outcome.error.contains(message), "\(outcome.error)")
    }
  }

  @Test func anInterruptedComparisonSaysSo() async {
    let stop = StopRequest()
    stop.raise(signal: 2)
    let outcome = await fixture.run("compare s.json s.json", stop: stop)
    #expect(outcome.status == .interrupted && outcome.output.isEmpty)
  }
}
