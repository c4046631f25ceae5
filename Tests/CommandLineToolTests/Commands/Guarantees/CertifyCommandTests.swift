import JSON
import Scenarios
import TestSupport
import Testing

@testable import CommandLineTool

struct CertifyCommandTests {
  private func run(_ words: [String], _ files: [String: String] = [:]) async -> Outcome {
    await Program.quorumlab.outcome(of: ["certify"] + words, in: .init(files: files))
  }

  // MARK: What is printed

  @Test func sevenEqualVoters() async {
    let outcome = await run(["--voters", "7"])
    #expect(outcome.status == .success && outcome.error.isEmpty)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    Snapshot.expect(outcome.output, equals: "certify-seven.txt")
  }

  @Test func aHeavyVoter() async {
    let outcome = await run([
      "--weights", "3,1,1,0.5", "--safeguards", #"{"tally": "decisive"}"#, "--timing",
      "synchronous", "--faults", "1",
    ])
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    Snapshot.expect(outcome.output, equals: "certify-weights.txt")
  }

  @Test func asJSON() async throws {
    let outcome = await run(["--weights", "2,1,1", "--format", "json"])
    let value = try JSONDocument(parsing: outcome.output).root.value
    Snapshot.expect(value.text(.indented) + "\n", equals: "certify-weights.json")
  }

  @Test func eachCellOfAScenario() async throws {
    let text = """
      {"name": "two", "voters": [{"name": "v", "role": "honest", "count": 4}],
       "sweep": {"safeguards.quorum": ["fraction", "bft"]}}
      """
    let outcome = await run(["s.json", "--format", "json"], ["s.json": text])
    let lines = try outcome.output.split(separator: "\n").map {
      try JSONDocument(parsing: String($0)).root.value
    }
    #expect(lines.count == 2)
    for (number, line) in lines.enumerated() {
      guard case .object(let object) = line, case .array(let answers)? = object["guarantees"],
        case .object(let first)? = answers.first
      else {
        Issue.record("\(line)")
        continue
      }
      #expect(object["scenario"] == "two" && object["cell"] == JSONValue(number + 1))
      #expect(object["safeguards.quorum"] == (number == 0 ? "fraction" : "bft"))
      #expect(first["tolerated"] == JSONValue(number))
    }
    let table = await run(["s.json", "--cell", "2"], ["s.json": text])
    #expect(table.output.hasPrefix("two, cell 2: safeguards.quorum=\"bft\"\n"))
  }

  /// A hundred thousand weights are too many for a command line.
  @Test func weightsFromAFile() async {
    let inline = await run(["--weights", "2,1,1,0.5"])
    for text in ["2,1,1,0.5", "2\n1\n1\n0.5\n", "2,1\r\n1,0.5\r\n"] {
      #expect(await run(["--weights", "w.csv"], ["w.csv": text]) == inline)
    }
    #expect(await run(["--weights", "none.csv"]).status == .noInput)
    let foreign = await run(["--weights", "w.csv"], ["w.csv": "2\0,\0x\0"])
    #expect(
      foreign.error
        == "w.csv:1:1: $: the file is in UTF-16, which cannot be read; save it in UTF-8\n")
  }

  @Test(arguments: [
    ("", "1:1: voter-1: an empty field"), ("\n", "1:1: voter-1: an empty field"),
    ("2,,1", "1:3: voter-2: an empty field"),
    ("2\n\n1\n", "2:1: voter-2: an empty field"), ("2,é,x", "1:3: voter-2: 'é'"),
    ("1\n2,-1", "2:3: voter-3: '-1'"), ("2,1,", "1:5: voter-3: an empty field"),
    ("1\r\n1e13\r\n", "2:1: voter-2: '1e13'"),
  ])
  func weightsThatAreNoneHavePlaces(text: String, problem: String) async {
    let outcome = await run(["--weights", "w.csv"], ["w.csv": text])
    #expect(outcome.status == .badInput)
    let message =
      "w.csv:\(problem) is not a valid weight; it must be a number above 0 and at most 1000000000000\n"
    #expect(outcome.error.hasPrefix(message), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == (text.contains("x") ? 2 : 1))
  }

  @Test func weightsThatAreTooManyAreToldOnce() async {
    let many = Array(repeating: "1\n", count: 100_001).joined()
    let outcome = await run(["--weights", "w.csv"], ["w.csv": many])
    #expect(outcome.status == .badInput)
    #expect(outcome.error == "w.csv:100001:1: $: too many weights; at most 100000 are allowed\n")
    let bad = await run(
      ["--weights", "w.csv"], ["w.csv": Array(repeating: "x", count: 500).joined(separator: "\n")])
    #expect(bad.error.split(separator: "\n").count == 100)
  }

  // MARK: Exit codes and problems

  @Test func faultsDecideTheExitCode() async {
    let config = ["--voters", "4", "--config", #"{"quorum_fraction": 0.75}"#]
    let safe = config + ["--safeguards", #"{"rule": "certificate", "tally": "decisive"}"#]
    #expect(await run(safe + ["--faults", "1"]).status == .success)
    #expect(await run(safe + ["--faults", "2"]).status == .checkFailed)
    #expect(await run(config + ["--faults", "0"]).status == .checkFailed)
  }

  @Test func problemsHavePlaces() async {
    let inline = await run(["--voters", "4", "--config", #"{"quorum_fractoin": 1}"#])
    #expect(inline.status == .badInput)
    #expect(inline.error.hasPrefix("--config:1:2: quorum_fractoin: unknown key (did you mean "))
    let file = await run(
      ["--voters", "4", "--safeguards", "s.json"], ["s.json": "{\n \"ties\": \"aprove\"\n}"])
    #expect(file.status == .badInput)
    #expect(file.error.hasPrefix("s.json:2:10: ties: unknown value 'aprove' (did you mean "))
    #expect(await run(["--voters", "4", "--config", "none.json"]).status == .noInput)
  }

  @Test(arguments: [
    [], ["--voters", "0"], ["--voters", "3", "--weights", "1,1"], ["--weights", "1,,1"],
    ["--weights", "1,-1"], ["--weights", "0"], ["s.json", "--voters", "4"],
    ["s.json", "--config", "{}"], ["--voters", "4", "--set", "safeguards.tally=decisive"],
  ])
  func whatMakesNoSenseIsRefused(words: [String]) async {
    #expect(await run(words, ["s.json": "{}"]).status == .usage)
  }

  // MARK: Attacks

  @Test func attacksAreWrittenAndReplay() async throws {
    let folder = TemporaryFolder()
    let outcome = await run(["--voters", "7", "--attack-scenario", folder.place("attacks")])
    #expect(outcome.status == .success && outcome.error.isEmpty)
    let attacks = try folder.files(in: "attacks")
    #expect(attacks.count == 8)
    for (name, bytes) in attacks {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(try ScenarioFile(parsing: text).name == String(name.dropLast(5)))
      let trace = await Program.quorumlab.outcome(
        of: ["trace", "a.json"], in: .init(files: ["a.json": text]))
      let isShown =
        name.contains("decision")
        ? trace.output.contains("no_quorum") : trace.output.contains("WRONG")
      #expect(isShown, "\(name)\n\(trace.output)")
    }
  }

  @Test func aFolderThatCannotBeIsTold() async {
    let outcome = await run(["--voters", "4", "--attack-scenario", "/dev/null/attacks"])
    #expect(outcome.status == .cannotCreate)
    #expect(outcome.error.contains("/dev/null"))
  }
}
