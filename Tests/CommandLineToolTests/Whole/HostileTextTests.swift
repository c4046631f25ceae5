import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Names in files may have whatever a terminal or a CI log obeys; it is shown, and not sent.
struct HostileTextTests {
  /// A line that a CI log would obey, colours, a cleared screen and turned text.
  private static let name = "x\n::error::owned\r\u{1B}[2J\u{9B}31m\u{202E}\u{2028}\u{7}"
  private static let quoted =
    #"x\n::error::owned\r\u001B[2J\u009B31m\u202E\u2028\u0007"#

  private func run(_ words: [String], _ files: [String: String]) async -> Outcome {
    await Program.quorumlab.outcome(of: words, in: .init(files: files))
  }

  private func expectHarmless(_ outcome: Outcome, _ words: [String]) {
    for text in [outcome.output, outcome.error] {
      let obeyed = text.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n"
        case .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(obeyed.isEmpty, "\(words): \(obeyed.map { $0.value })")
      let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
      #expect(!lines.contains { $0.hasPrefix("::error::owned") }, "\(words)")
    }
  }

  private static let scenario = """
    {"name": "s", "trials": 2, "voters": [{"name": "h", "role": "honest", "count": 3}],
     "workload": {"proposals": 2, "actions": {"\(quoted)": 1}},
     "sweep": {"workload.actions": [{"\(quoted)": 1}]},
     "expect": [{"metric": "false_approval_rate", "at_least": 0.9}]}
    """

  @Test(arguments: [
    ["trace", "s.json"], ["validate", "s.json"], ["exact", "s.json"], ["certify", "s.json"],
    ["check", "s.json"], ["check", "s.json", "--github"],
    ["run", "s.json", "--verify-determinism"],
  ])
  func namesInScenariosAreShown(words: [String]) async {
    let outcome = await run(words, ["s.json": Self.scenario])
    expectHarmless(outcome, words)
    #expect([.success, .checkFailed].contains(outcome.status))
  }

  @Test func namesInTablesOfResultsAreShown() async {
    let folder = TemporaryFolder()
    let words = ["run", "s.json", "--out", folder.place("r")]
    expectHarmless(await run(words, ["s.json": Self.scenario]), words)
  }

  @Test(arguments: [
    #"{"name": "s", "KEY": 1, "voters": []}"#, #"{"KEY": {"KEY": 1, "KEY": 2}}"#,
    #"{"name": "KEY", "voters": [{"name": "KEY", "role": "KEY", "count": 1}]}"#,
    #"{"name": "s", "voters": [{"name": "h", "role": "honest", "count": 1}], "sweep": {"KEY": [1]}}"#,
    #"{"name": "s", "voters": [{"name": "h", "role": "honest", "count": 1, "accuracy": "KEY"}]}"#,
    "KEY",
  ])
  func namesInProblemsAreShown(text: String) async {
    for key in [Self.quoted, Self.quoted + String(repeating: "k", count: 100_000)] {
      let files = ["s.json": text.replacing("KEY", with: key)]
      let outcome = await run(["validate", "s.json"], files)
      #expect(outcome.status == .badInput)
      expectHarmless(outcome, [text])
      #expect(outcome.error.utf8.count < 6000, "\(text): \(outcome.error.utf8.count)")
    }
  }

  @Test func namesOfFilesAreShown() async {
    for words in [
      ["validate", Self.name], ["blocs", Self.name], ["compare", Self.name, Self.name],
    ] {
      expectHarmless(await run(words, [:]), words)
      expectHarmless(await run(words, [Self.name: Self.scenario]), words)
    }
    expectHarmless(await run([Self.name], [:]), ["command"])
    expectHarmless(await run(["run", "--\(Self.name)"], [:]), ["option"])
  }

  @Test func namesInTracesAndVotesAreShown() async {
    let trace = """
      {"op":"create","at":0,"voters":["\(Self.quoted)","b"],"expect":{"ok":{"\(Self.quoted)":1}}}
      {"op":"history","at":1,"voter":"\(Self.quoted)","expect":{"ok":["\(Self.quoted)"]}}
      """
    let name = "\"\(Self.name)\""
    let votes = "voter,\(name),p2\n\(name),approve,approve\nb,approve,approve\nc,reject,reject\n"
    let wrong = "voter,\(name)\n\(name),\(name)\n\(name),approve\n"
    let files = ["t.jsonl": trace, "v.csv": votes, "w.csv": wrong]
    for words in [
      ["replay", "--verify", "t.jsonl"], ["blocs", "v.csv", "--detector", "agreement_cliques"],
      ["blocs", "w.csv"], ["blocs", "t.jsonl"],
    ] {
      expectHarmless(await run(words, files), words)
    }
    let blocs = await run(["blocs", "v.csv", "--detector", "agreement_cliques"], files)
    #expect(blocs.output.contains(#"x\n::error::owned\r\u{1B}[2J"#))
  }
}
