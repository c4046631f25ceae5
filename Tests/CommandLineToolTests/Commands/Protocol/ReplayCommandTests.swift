import Testing

@testable import CommandLineTool

struct ReplayCommandTests {
  private static let create = #"{"op":"create","at":0,"voters":["a"]}"#
  private static let verify = #"{"op":"verify","at":1,"expect":{"ok":true}}"#
  private static let wrong = #"{"op":"verify","at":1,"expect":{"ok":false}}"#

  private func replay(_ line: String, _ files: [String: String]) async -> Outcome {
    await Program.quorumlab.outcome(of: "replay " + line, in: .init(files: files))
  }

  @Test func printsOneAnswerALine() async {
    let outcome = await replay("t.jsonl", ["t.jsonl": "\(Self.create)\n\(Self.verify)\n"])
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        {"ok":{"voter_count":1,"max_byzantine_faults":0,"bft_quorum":1}}
        {"ok":true}

        """)
    #expect(outcome.error.isEmpty)
  }

  @Test func readsStandardInput() async {
    let outcome = await Program.quorumlab.outcome(
      of: "replay -", in: .init(standardInput: Self.create))
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix(#"{"ok":"#))
  }

  @Test func verifiesInSilenceAboutWhatIsEqual() async {
    let text = "\(Self.create)\n\(Self.verify)\n"
    let outcome = await replay("--verify a b", ["a": text, "b": text])
    #expect(outcome.status == .success)
    #expect(outcome.output == "2 traces, 2 answers compared, 0 different\n")
  }

  @Test func showsDifferencesWithFileAndLine() async {
    let outcome = await replay(
      "--verify a b",
      [
        "a": "\(Self.create)\n\n\(Self.wrong)\n", "b": "\(Self.create)\n\(Self.verify)\n",
      ])
    #expect(outcome.status == .checkFailed)
    #expect(
      outcome.output == """
        a:3: verify: ok: expected false, got true
        2 traces, 2 answers compared, 1 different

        """)
  }

  @Test func tellsProblemsOfAllTracesAndPrintsNoAnswer() async {
    let outcome = await replay("a b c", ["a": Self.create, "b": "{", "c": "\n{}"])
    #expect(outcome.status == .badInput)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error == """
        b:1:2: $: a key in double quotes is expected
        c:2:1: $: the key 'op' is missing

        """)
  }

  @Test func verifyingNothingIsAMistake() async {
    let outcome = await replay("--verify a", ["a": Self.create])
    #expect(outcome.status == .badInput)
    #expect(outcome.error.contains("nothing to verify"))
  }

  @Test func aMissingFileIsNoInput() async {
    let outcome = await replay("nowhere.jsonl", [:])
    #expect(outcome.status == .noInput)
    #expect(outcome.error.contains("nowhere.jsonl"))
  }
}
