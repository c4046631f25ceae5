import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

struct CheckCommandTests {
  /// A cell where a rush wins, and one where nobody can; nothing in them has an exact value.
  private static let tie = """
    {"name": "tie", "trials": 400,
     "voters": [
       {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
     "network": {"latency": {"exponential": {"mean": 0.001}}},
     "workload": {"proposals": 5},
     "sweep": {"safeguards.tally": ["anytime", "decisive"]},
     "expect": [
       {"metric": "false_approval_rate", "at_most": 0.2}
     ]}
    """

  private let folder = TemporaryFolder()

  private func run(
    _ line: String, _ text: String = tie, environment: [String: String] = [:]
  ) async -> Outcome {
    await Program.quorumlab.outcome(
      of: line.replacing("@", with: folder.path),
      in: .init(files: ["s.json": text], environment: environment))
  }

  /// The scenario with other expectations.
  private func tie(expecting expectations: String) -> String {
    Self.tieExpecting(expectations)
  }

  static func tieExpecting(_ expectations: String) -> String {
    tie.replacing(
      #"{"metric": "false_approval_rate", "at_most": 0.2}"#, with: expectations)
  }

  /// A command line of a person at a terminal.
  private func atTerminal(_ line: String, environment: [String: String] = [:]) async -> Outcome {
    await Program.quorumlab.outcome(
      of: line,
      in: .init(
        files: ["s.json": Self.tie], environment: environment,
        terminals: [.standardOutput, .standardError]))
  }

  // MARK: Verdicts

  @Test func verdictsHaveColoursOnATerminalThatMayHaveThem() async {
    let plain = await run("check s.json").output
    let outcome = await atTerminal("check s.json")
    let (good, bad, end) = ("\u{1B}[32m", "\u{1B}[1;31m", "\u{1B}[0m")
    #expect(outcome.output.hasPrefix("tie, seed 1: \(good)1 pass\(end), \(bad)1 fail\(end)\n"))
    #expect(outcome.output.contains("≤ 0.2  \(bad)fail\(end)     1 ["))
    #expect(outcome.output.contains("≤ 0.2  \(good)pass\(end)     0 ["))
    #expect(outcome.output.contains("\n\(bad)fail\(end): false_approval_rate at most 0.2 in"))
    let bare = [good, bad, end].reduce(outcome.output) { $0.replacing($1, with: "") }
    #expect(bare == plain)
    for (line, environment) in [
      ("check s.json --no-color", [:]), ("--no-color check s.json", [:]),
      ("check s.json", ["NO_COLOR": "1"]), ("check s.json", ["TERM": "dumb"]),
    ] {
      let uncoloured = await atTerminal(line, environment: environment)
      #expect(uncoloured.output == plain)
      // Progress still moves where only colours are unwanted.
      #expect(uncoloured.error.isEmpty == (environment["TERM"] != nil))
    }
  }

  @Test func anOptionOfOtherCommandsLeadsToItsOwn() async {
    let outcome = await run("check s.json --trials 100")
    #expect(outcome.status == .usage)
    #expect(
      outcome.error.contains("not to 'quorumlab check'; did you mean '--max-trials'?\n"))
    let other = await run("run s.json --max-trials 100")
    #expect(
      other.error.contains(
        "option '--max-trials' belongs to 'quorumlab check' and 'quorumlab tune', not to "
          + "'quorumlab run'; did you mean '--trials'?\n"))
  }

  @Test func eachExpectationHasALine() async {
    let outcome = await run("check s.json")
    #expect(outcome.status == .checkFailed)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "tie, seed 1: 1 pass, 1 fail")
    // Titles take two lines where all columns then fit side by side.
    #expect(
      lines[2].split(separator: " ").joined(separator: " ")
        == "cell tally expectation verdict value by")
    #expect(
      lines[3].contains(
        #/^ +1  anytime +false_approval_rate ≤ 0\.2  fail +1 \[0\.[0-9]+, 1\] +[0-9]+ trials$/#))
    #expect(
      lines[4].contains(
        #/^ +2  decisive +false_approval_rate ≤ 0\.2  pass +0 \[0, 0\.[0-9]+\] +[0-9]+ trials$/#))
    #expect(
      lines[5] == "fail: false_approval_rate at most 0.2 in cell 1 (safeguards.tally=anytime)")
    #expect(lines[6].hasPrefix("  quorumlab trace s.json --cell 1 --trial "))
    #expect(lines.count == 7)
    #expect(lines.dropLast().allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    (#"{"metric": "correct_rate", "at_least": 0.1}"#, CommandLineTool.ExitStatus.success),
    (
      #"{"metric": "correct_rate", "at_least": 0.5, "where": {"safeguards.tally": "anytime"}}"#,
      .inconclusive
    ),
    // A failure says more than what is not decided.
    (
      #"{"metric": "correct_rate", "at_least": 0.5}, {"metric": "correct_rate", "at_most": 0.1}"#,
      .checkFailed
    ),
  ])
  func theStatusSaysTheWorst(expectations: String, status: CommandLineTool.ExitStatus) async {
    let outcome = await run("check s.json", tie(expecting: expectations))
    #expect(outcome.status == status, "\(outcome.output)")
  }

  @Test func whatIsNotDefinedFails() async {
    let outcome = await run("check s.json --set workload.warranted=1 --max-trials 20")
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.contains("2 undefined"))
  }

  /// Without an honest voter there is no replica to decide anything; the other cells are checked.
  @Test func cellsWithoutReplicasAreUndefined() async {
    let scenario = """
      {"name": "s", "mode": "replicated",
        "voters": [{"name": "h", "role": "honest", "count": 3},
          {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
        "sweep": {"voters.h.count": [0, 3]},
        "expect": [{"metric": "correct_rate", "at_least": 0.1},
          {"metric": "expected_harm", "at_most": 0.9},
          {"metric": "latency_p95", "at_most": 9},
          {"metric": "unsafe_trial_rate", "at_most": 0.9}]}
      """
    let outcome = await Program.quorumlab.outcome(
      of: "check s.json --format json", in: .init(files: ["s.json": scenario]))
    #expect(outcome.status == .checkFailed)
    let verdicts = outcome.output.matches(of: /"outcome":"(\w+)"/).map { String($0.1) }
    #expect(verdicts.prefix(3) == ["undefined", "undefined", "undefined"], "\(outcome.output)")
    #expect(verdicts.suffix(4) == ["pass", "pass", "pass", "pass"], "\(outcome.output)")
  }

  @Test func moreTrialsMayDecide() async {
    let expectation = tie(expecting: #"{"metric": "latency_mean", "at_most": 7.6}"#)
    let few = await run("check s.json --max-trials 16", expectation)
    #expect(few.output.contains("inconclusive") && few.output.contains("16 trials"))
    let more = await run("check s.json --max-trials 20000", expectation)
    #expect(!more.output.contains("inconclusive"))
  }

  @Test func threadsDoNotShow() async {
    let one = await run("check s.json --threads 1 --format json")
    #expect(await run("check s.json --threads 2 --format json") == one)
    #expect(await run("check s.json --threads 3 --format json") == one)
  }

  @Test func quietSaysOnlyWhatIsBroken() async {
    let outcome = await run("check s.json --quiet")
    #expect(outcome.status == .checkFailed && outcome.error.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        "s.json: fail: false_approval_rate at most 0.2 in cell 1 (safeguards.tally=anytime): 1 ["))
    #expect(lines[1].hasPrefix("  quorumlab trace s.json --cell 1 --trial "))
    let kept = await run(
      "check s.json --quiet", tie(expecting: #"{"metric": "correct_rate", "at_least": 0}"#))
    #expect(kept == Outcome(status: .success, output: "", error: ""))
    let json = await run("check s.json --quiet --format json")
    #expect(json.output.hasPrefix(#"{"scenario":"tie","#))
  }

  // MARK: The trace of a failure

  /// The command that is printed is one that can be pasted, whatever was changed, and shows the
  /// proposal that went wrong.
  @Test(arguments: [
    "", " --seed 7", " --set description=it's --set workload.proposals=3",
    " --set voters.h.accuracy=0.9 --seed 18446744073709551615",
  ])
  func theTraceShowsTheFailure(options: String) async throws {
    let checked = await run("check s.json" + options)
    #expect(checked.status == .checkFailed)
    let lines = checked.output.split(separator: "\n").map(String.init)
    let command = try #require(lines.first { $0.hasPrefix("  quorumlab trace ") })
    let traced = await Program.quorumlab.outcome(
      of: Array(try words(ofShell: command).dropFirst()), in: .init(files: ["s.json": Self.tie]))
    #expect(traced.status == .success, "\(traced.error)")
    #expect(traced.output.contains("(unwarranted)") && traced.output.contains("approved, WRONG"))
    // Nothing but that proposal is shown.
    #expect(traced.output.matches(of: #/ proposes to /#).count == 1)
  }

  /// The words that a shell makes of a line.
  private func words(ofShell line: String) throws -> [String] {
    let shell = Process()
    let pipe = Pipe()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "for word in \(line); do printf '%s\\n' \"$word\"; done"]
    shell.standardOutput = pipe
    try shell.run()
    let bytes = try #require(try pipe.fileHandleForReading.readToEnd())
    shell.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func whatNeedsNoTrialIsShownToo() async throws {
    let text = """
      {"name": "exact", "voters": [{"name": "h", "role": "honest", "count": 3, "accuracy": 0.9}],
       "expect": [{"metric": "correct_rate", "at_least": 0.99}]}
      """
    let checked = await run("check s.json", text)
    #expect(checked.status == .checkFailed && checked.output.contains("exact value"))
    let line = try #require(checked.output.split(separator: "\n").last)
    let traced = await run(String(line.dropFirst("  quorumlab ".count)), text)
    #expect(traced.status == .success && traced.output.contains("WRONG"))
  }

  /// What detectors made of the trial stands below it.
  @Test(arguments: [
    (#""innocent_rate", "at_most": 0.01"#, 0.9, "WRONG"),
    (#""pair_recall", "at_least": 0.99"#, 1, "misses"),
  ])
  func blocsThatAreWrongAreShownToo(
    expectation: String, threshold: Double, sign: String
  ) async throws {
    let text = """
      {"name": "blocs",
       "voters": [
         {"name": "h", "role": "honest", "count": 6, "accuracy": 0.95},
         {"name": "ring", "role": "colluding", "count": 2, "plan": "oppose", "participation": 0.5}],
       "detectors": [{"method": "agreement_cliques", "threshold": \(threshold)}],
       "expect": [{"metric": \(expectation)}]}
      """
    let checked = await run("check s.json", text)
    #expect(checked.status == .checkFailed)
    let line = try #require(checked.output.split(separator: "\n").last)
    let traced = await run(String(line.dropFirst("  quorumlab ".count)), text)
    #expect(traced.output.contains("\ntruth: ring-1, ring-2 collude\nagreement_cliques "))
    #expect(traced.output.contains(sign), "\(traced.output)")
  }

  // MARK: Bad input

  @Test func nothingPassesForWantOfAnExpectation() async {
    for text in [tie(expecting: ""), Self.tie.replacing(#/,\s*"expect": \[[^\]]*\]/#, with: "")] {
      let outcome = await run("check s.json --junit @/j.xml", text)
      #expect(outcome.status == .badInput && outcome.output.isEmpty)
      #expect(
        outcome.error
          == "s.json: expect: the scenario has no expectations; at least one is needed\n")
    }
    let junit = String(decoding: (try? folder.read("j.xml")) ?? [], as: UTF8.self)
    #expect(junit.contains(#"tests="1" failures="0" errors="1""#))
  }

  /// Those that can be checked are, and reports name those that cannot.
  @Test func othersAreCheckedAllTheSame() async throws {
    let line = "check none.json bad.json s.json --junit @/j.xml --github --quiet"
    let outcome = await Program.quorumlab.outcome(
      of: line.replacing("@", with: folder.path),
      in: .init(files: ["s.json": Self.tie, "bad.json": "{\n\"name\": 1}"]))
    #expect(outcome.status == .noInput)
    let errors = outcome.error.split(separator: "\n")
    #expect(errors[0].contains("none.json") && errors[1].hasPrefix("bad.json:"))
    #expect(outcome.output.hasPrefix("s.json: fail: "))
    #expect(outcome.output.contains("\n::error file=none.json,title=not valid::"))
    #expect(outcome.output.contains("\n::error file=bad.json,line=2,col=9,title=not valid::name: "))
    let junit = String(decoding: try folder.read("j.xml"), as: UTF8.self)
    #expect(junit.matches(of: #/<error type="not valid"/#).count == 2)
    #expect(junit.contains(#"name="false_approval_rate at most 0.2 (safeguards.tally=anytime)""#))
  }

  @Test(arguments: [
    (#"{"metric": "false_aproval_rate", "at_most": 0.1}"#, "false_approval_rate"),
    (
      #"{"metric": "correct_rate", "at_most": 0.1, "where": {"safeguards.tally": "never"}}"#,
      "never"
    ),
    (#"{"metric": "correct_rate", "at_most": 0.1, "where": {"seed": 1}}"#, "unknown axis"),
    (#"{"metric": "disagreement_rate", "at_most": 0.1}"#, "replicated"),
    (#"{"metric": "pair_f1", "at_least": 0.1}"#, "detectors"),
  ])
  func whatIsNotThereIsAnError(expectation: String, message: String) async {
    let outcome = await run("check s.json", tie(expecting: expectation))
    #expect(outcome.status == .badInput && outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("s.json:9:") && outcome.error.contains(message))
  }

  @Test(arguments: [(SIGINT, CommandLineTool.ExitStatus.interrupted), (SIGTERM, .terminated)])
  func anInterruptionTellsWhatWasDecided(
    signal: CInt, status: CommandLineTool.ExitStatus
  ) async throws {
    // In the first cell the correct rate is at the limit, so that nothing but the signal ends the
    // trials before the last; it comes after more trials than the other expectation needs.
    let text = tie(
      expecting: #"""
        {"metric": "false_approval_rate", "at_most": 0.2},
        {"metric": "correct_rate", "at_least": 0.5}
        """#)
    let outcome = await Program.quorumlab.outcome(
      of: "check s.json --junit \(folder.place("j.xml")) --max-trials 2000",
      in: .init(files: ["s.json": text], stopRequest: .signal(signal, afterLooks: 1000)))
    #expect(outcome.status == status)
    #expect(outcome.output.hasPrefix("tie, seed 1: 1 fail, 3 not reached\n"))
    #expect(outcome.output.contains("\n  quorumlab trace s.json --cell 1 "))
    let junit = String(decoding: try folder.read("j.xml"), as: UTF8.self)
    #expect(junit.matches(of: #/<skipped type="not reached"/#).count == 3)
  }

  // MARK: For CI

  @Test func junitHasACaseForEachCell() async throws {
    _ = await run("check s.json --junit @/j.xml --quiet")
    let text = String(decoding: try folder.read("j.xml"), as: UTF8.self)
    #expect(
      text.contains(
        #/<testsuites name="quorumlab check" tests="2" failures="1" errors="0" time="[0-9]+\.[0-9]{3}">/#
      ))
    #expect(text.contains("s.json:9\nquorumlab trace s.json --cell 1 --trial "))
  }

  @Test func aReportThatCannotBeWrittenIsAnError() async {
    let outcome = await run("check s.json --junit @/none/j.xml")
    #expect(outcome.status == .cannotCreate && outcome.output.isEmpty, "told beforehand")
  }

  /// The verdict and the annotations come all the same, and the verdict is the exit status.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["junit", "summary"], [true, false])
  func aReportThatIsLostIsToldLast(report: String, holds: Bool) async throws {
    let isJUnit = report == "junit"
    // It can be looked at beforehand, but takes nothing; and a folder is no file.
    let path = isJUnit ? "/dev/full" : folder.path
    let outcome = await run(
      "check s.json --github" + (isJUnit ? " --junit \(path)" : ""),
      holds
        ? tie(expecting: #"{"metric": "false_approval_rate", "at_least": 0}"#) : Self.tie,
      environment: isJUnit ? [:] : ["GITHUB_STEP_SUMMARY": path])
    #expect(outcome.status == (holds ? .outputFailed : .checkFailed))
    #expect(outcome.output.hasPrefix("tie, seed 1: "))
    #expect(outcome.output.contains("\n::error file=s.json") == !holds)
    #expect(outcome.error.hasPrefix("quorumlab check: cannot "))
    #expect(outcome.error.contains("'\(path)'"), "\(outcome.error)")
  }

  /// One report that is lost does not keep the others from being written.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func otherReportsAreWrittenAllTheSame() async throws {
    let outcome = await run(
      "check s.json --github --junit /dev/full",
      environment: ["GITHUB_STEP_SUMMARY": folder.place("summary.md")])
    #expect(outcome.status == .checkFailed)
    #expect(try folder.read("summary.md").starts(with: "### tie".utf8))
  }

  @Test func githubGetsAnnotationsAndASummary() async throws {
    try folder.write("before\n".utf8, to: "summary.md")
    let path = folder.place("summary.md")
    let outcome = await run(
      "check s.json --github", environment: ["GITHUB_STEP_SUMMARY": path])
    let annotation = try #require(outcome.output.split(separator: "\n").last)
    #expect(
      annotation.hasPrefix("::error file=s.json,line=9,title=tie%3A fail::false_approval_rate"))
    #expect(annotation.contains("%0Aquorumlab trace s.json"))
    let summary = String(decoding: try folder.read("summary.md"), as: UTF8.self)
    #expect(summary.hasPrefix("before\n### tie\n\n| verdict | expectation |"))
    #expect(summary.contains("```\nquorumlab trace s.json --cell 1"))
    let json = await run("check s.json --github --format json")
    #expect(json.error.hasPrefix("::error ") && !json.output.contains("::error"))
  }

  @Test func otherProgramsGetEveryVerdict() async throws {
    let outcome = await run("check s.json s.json --format json")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == lines[1])
    let start =
      #"{"scenario":"tie","file":"s.json","seed":1,"verdicts":[{"metric":"false_approval_rate","at_most":0.2,"#
    #expect(lines[0].hasPrefix(start))
    #expect(lines[0].contains(#""outcome":"fail","value":1.0,"low":0."#))
    #expect(lines[0].contains(#""decided_by":"sequential test","trace":"quorumlab trace s.json"#))
    #expect(lines[0].contains(#""axes":{"safeguards.tally":"decisive"},"outcome":"pass""#))
    #expect(lines[0].hasSuffix(#""trace":null}]}"#))
  }
}
