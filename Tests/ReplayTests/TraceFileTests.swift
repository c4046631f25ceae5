import JSON
import Testing
import Text

@testable import Replay

struct TraceFileTests {
  private func answers(_ lines: String...) throws -> [String] {
    try TraceFile(replaying: Array(lines.joined(separator: "\n").utf8)).answers.map {
      $0.actual.text()
    }
  }

  private func problems(_ lines: String...) -> [String] {
    do throws(TextProblems) {
      _ = try TraceFile(replaying: Array(lines.joined(separator: "\n").utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  private let create = #"{"op":"create","at":0,"voters":["a","b"]}"#

  @Test func aTraceInUTF16HasOneProblem() throws {
    let bytes = Array((create + "\n" + create).utf8.map { [$0, 0] }.joined())
    let error = #expect(throws: TextProblems.self) { try TraceFile(replaying: bytes) }
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.message.hasPrefix("the file is in UTF-16") == true)
  }

  /// Python adds whole numbers without rounding, and divides their exact sums.
  @Test(arguments: [("1152921504606846976", "rejected"), ("1152921504606846976.0", "approved")])
  func wholeWeightsAreAddedWithAllDigits(weight: String, decision: String) throws {
    let weights = "{\"a\":\(weight),\"b\":1152921504606846976,\"c\":100,\"d\":100}"
    let create = #"{"op":"create","at":0,"voters":["a","b","c","d"],"weights":"# + weights + "}"
    let votes = ["a", "b", "c", "d"].map { voter in
      #"{"op":"vote","at":2,"proposal":"prop-0001","voter":""# + voter + #"","value":""#
        + (voter == "a" ? "approve" : "reject") + #""}"#
    }
    let answers = try TraceFile(
      replaying: Array(
        ([create, #"{"op":"propose","at":1,"proposer":"a","action":"quarantine"}"#] + votes
          + [#"{"op":"tally","at":3,"proposal":"prop-0001"}"#]).joined(separator: "\n").utf8)
    ).answers
    let tally = try #require(answers.last).actual.text()
    let (approve, reject) =
      decision == "rejected"
      ? ("1152921504606846976", "1152921504606847176")
      : ("1.152921504606847e+18", "1.152921504606847e+18")
    #expect(tally.contains("\"decision\":\"\(decision)\""))
    #expect(tally.contains("\"approve_weight\":\(approve),\"reject_weight\":\(reject),"))
  }

  @Test func weightsBeyondAllBoundsAreRefused() {
    #expect(
      problems(
        #"{"op":"create","at":0,"voters":["a"],"weights":{"a":9223372036854775808}}"#)
        == ["1:53: weights.a: a whole number may be at most 9223372036854775807"])
  }

  @Test func answersEveryOperation() throws {
    let answers = try answers(
      create, "",
      #"{"op":"propose","at":1,"proposer":"a","action":"terminate","evidence":{"n":1.0}}"#,
      #"{"op":"vote","at":2,"proposal":"prop-0001","voter":"a","value":"approve"}"#,
      #"{"op":"vote","at":2,"proposal":"prop-0001","voter":"a","value":"approve"}"#,
      #"{"op":"tally","at":3.0,"proposal":"prop-0001"}"#,
      #"{"op":"execute","at":4,"proposal":"prop-0001"}"#,
      #"{"op":"proposal","at":5,"proposal":"prop-0001"}"#,
      #"{"op":"proposal","at":5,"proposal":"prop-0002"}"#,
      #"{"op":"proposals","at":5,"status":"executed"}"#,
      #"{"op":"history","at":5,"voter":"a"}"#,
      #"{"op":"agreement","at":5}"#,
      #"{"op":"blocs","at":5}"#,
      #"{"op":"verify","at":5}"#)
    #expect(
      answers == [
        #"{"ok":{"voter_count":2,"max_byzantine_faults":0,"bft_quorum":1}}"#,
        #"{"ok":"prop-0001"}"#,
        #"{"ok":{"hash":"056dac1a52b03355","timestamp":2}}"#,
        #"{"error":"already_voted"}"#,
        #"{"ok":{"decision":"approved","approved":true,"approve_count":1,"reject_count":0,"#
          + #""abstain_count":0,"total_voters":2,"quorum_required":1,"quorum_met":true,"#
          + #""approve_weight":1.0,"reject_weight":0.0,"threshold_used":0.6667,"#
          + #""is_critical":true,"participation_rate":0.5,"hash_chain_valid":true}}"#,
        #"{"ok":true}"#,
        #"{"ok":{"id":"prop-0001","proposer":"a","action":"terminate","target":null,"#
          + #""evidence":{"n":1.0},"status":"executed","created_at":1,"decided_at":3.0,"#
          + #""expires_at":null,"is_critical":true,"votes":{"a":"approve"}}}"#,
        #"{"ok":null}"#,
        #"{"ok":["prop-0001"]}"#,
        #"{"ok":[["prop-0001","approve"]]}"#,
        #"{"ok":{"a":{"a":1.0,"b":0.0},"b":{"a":0.0,"b":1.0}}}"#,
        #"{"ok":[]}"#,
        #"{"ok":true}"#,
      ])
  }

  @Test func settingsOutOfRangeAreAnswers() throws {
    let answers = try answers(
      #"{"op":"create","at":0,"voters":["a"],"config":{"quorum_fraction":0}}"#,
      #"{"op":"create","at":0,"voters":["a"],"safeguards":{"weight_cap":2}}"#,
      #"{"op":"create","at":0,"voters":[]}"#,
      #"{"op":"create","at":0,"voters":["a","a"]}"#,
      #"{"op":"create","at":0,"voters":["a"],"weights":{"a":-1}}"#,
      #"{"op":"create","at":0,"voters":["a"],"safeguards":{"authentication":"hmac"}}"#,
      #"{"op":"create","at":0,"voters":["a"],"safeguards":{"authentication":"hmac"},"#
        + #""instance":"one"}"#)
    #expect(
      answers
        == [
          "invalid_quorum_fraction", "invalid_weight_cap", "no_voters", "duplicate_voters",
          "nonpositive_weight", "missing_instance", "missing_key",
        ].map { #"{"error":"\#($0)"}"# })
  }

  @Test func weighsNamesThatLookAlikeApart() throws {
    let answers = try answers(
      "{\"op\":\"create\",\"at\":0,\"voters\":[\"é\",\"e\u{301}\"],"
        + "\"weights\":{\"é\":2,\"e\u{301}\":3}}",
      #"{"op":"propose","at":0,"proposer":"é","action":"x"}"#,
      "{\"op\":\"vote\",\"at\":0,\"proposal\":\"prop-0001\",\"voter\":\"e\u{301}\",\"value\":\"reject\"}",
      #"{"op":"tally","at":0,"proposal":"prop-0001"}"#)
    #expect(answers.last?.contains(#""reject_weight":3.0"#) == true)
  }

  /// Safeguards work in traces too: here a tie, an early tally, and a vote nobody signed.
  @Test func takesSafeguards() throws {
    let answers = try answers(
      #"{"op":"create","at":0,"voters":["a","b","c"],"#
        + #""safeguards":{"ties":"reject","tally":"decisive"}}"#,
      #"{"op":"propose","at":0,"proposer":"a","action":"x","expiry_seconds":5}"#,
      #"{"op":"vote","at":0,"proposal":"prop-0001","voter":"a","value":"approve"}"#,
      #"{"op":"tally","at":1,"proposal":"prop-0001"}"#,
      #"{"op":"vote","at":1,"proposal":"prop-0001","voter":"b","value":"reject"}"#,
      #"{"op":"tally","at":5,"proposal":"prop-0001"}"#,
      #"{"op":"create","at":6,"voters":["a"],"safeguards":{"authentication":"hmac"},"#
        + #""keys":{"a":"secret"},"instance":"i-1"}"#,
      #"{"op":"propose","at":6,"proposer":"a","action":"release"}"#,
      #"{"op":"propose","at":6,"proposer":"a","action":"release","evidence":{},"#
        // Python: hmac.new(b"secret", b'["propose", "i-1", "a", "release", null, {}, null, 0]',
        // "sha256")
        + #""code":"04ebf9a2330da5ce445d87bf83f809fbb92ed8d084b872b8be1c3f248ea9808a"}"#,
      #"{"op":"vote","at":7,"proposal":"prop-0001","voter":"a","value":"approve","#
        + #""code":"790ee870a7ec5e0a2b2e24ee95c330db1f4546bc0634066d2cb867bbcf01e18f"}"#,
      #"{"op":"proposal","at":7,"proposal":"prop-0001"}"#)
    #expect(answers[3].contains(#""decision":"pending""#))
    #expect(answers[5].contains(#""decision":"rejected""#))
    #expect(answers[7] == #"{"error":"not_authentic"}"#)
    #expect(answers[8] == #"{"ok":"prop-0001"}"#)
    #expect(answers[9].hasPrefix(#"{"ok":"#))
    // Python: hashlib.sha256 of what was signed.
    #expect(
      answers[10].contains(
        #""digest":"4f2895a93b6dc66a8952df969a8692cad3dbe9376a413829559d5c43697007b1""#))
  }

  @Test func tellsAllProblemsWithTheirPlaces() {
    let problems = problems(
      create, "not json", #"{"op":"vot","at":0}"#, #"{"at":0}"#, #"{"op":"tally","at":"x"}"#,
      #"{"op":"vote","at":0,"proposal":"prop-0001","voter":"a","value":"aprove","resaon":"x"}"#,
      #"{"op":"verify","at":1e17, "at":2}"#, "[]",
      #"{"op":"create","at":0,"voters":["a",1],"weights":{"a":"x"},"config":{"quorum":1}}"#)
    #expect(
      problems == [
        "2:1: $: this is not a valid JSON value",
        "3:7: op: unknown value 'vot' (did you mean 'vote'?); allowed are create, propose, vote, "
          + "tally, execute, proposal, proposals, history, agreement, blocs, verify, audit, summary",
        "4:1: $: the key 'op' is missing",
        "5:1: $: the key 'proposal' is missing",
        "5:20: at: a string is not allowed; it must be a finite number",
        "6:64: value: unknown value 'aprove' (did you mean 'approve'?); allowed are approve, "
          + "reject, abstain",
        "6:73: resaon: unknown key (did you mean 'reason'?); allowed are op, at, proposal, voter, "
          + "value, reason, code, expect",
        "7:27: at: the key occurs twice in the same object; each key may occur once",
        "8:1: $: a list is not allowed; it must be an object",
        "9:37: voters[1]: 1 is not allowed; it must be a string",
        "9:55: weights.a: a string is not allowed; it must be a finite number",
        "9:70: config.quorum: unknown key (did you mean 'quorum_fraction'?); allowed are "
          + "quorum_fraction, majority_threshold, supermajority_threshold, "
          + "default_expiry_seconds, allow_vote_change, max_active_proposals",
      ])
  }

  @Test func needsAProtocolToWorkOn() {
    let message = "'verify' has no protocol; a successful 'create' must come before it"
    #expect(problems(#"{"op":"verify","at":0}"#) == ["1:1: op: \(message)"])
    #expect(
      problems(
        #"{"op":"create","at":0,"voters":[]}"#, "", #"{"op":"verify","at":0}"#, create)
        == ["3:1: op: \(message)"])
  }

  @Test func aBadCreationIsOneProblemNotOneForEachLineAfterIt() {
    #expect(problems(#"{"op":"create","at":0}"#, #"{"op":"verify","at":0}"#).count == 1)
  }

  @Test func anEmptyTraceIsAMistake() {
    #expect(problems("", "  ").count == 1)
  }

  @Test(arguments: [
    (#"{"ok":{"voter_count":2,"bft_quorum":1,"max_byzantine_faults":0.0}}"#, nil),
    (
      #"{"ok":{"voter_count":3,"bft_quorum":1,"max_byzantine_faults":0}}"#,
      "ok.voter_count: expected 3, got 2"
    ),
    (
      #"{"ok":{"voter_count":2,"bft_quorum":1}}"#,
      "ok.max_byzantine_faults: expected nothing, got 0"
    ),
    (
      #"{"error":"no_voters"}"#,
      #"error: expected "no_voters", got nothing"#
    ),
  ])
  func namesTheFirstDifference(expected: String, difference: String?) throws {
    let line = #"{"op":"create","at":0,"voters":["a","b"],"expect":\#(expected)}"#
    let trace = try TraceFile(replaying: Array(line.utf8))
    #expect(trace.answers[0].difference == difference)
  }

  /// Python lists blocs of equal size and first member in an order that differs from run to run.
  @Test(arguments: [
    (#"[["a","b"],["a","c"]]"#, true), (#"[["a","c"],["a","b"]]"#, true),
    (#"[["a","c"],["a","d"]]"#, false), (#"[["a","b"]]"#, false),
  ])
  func theOrderOfTiedBlocsDoesNotMatter(expected: String, isEqual: Bool) throws {
    // a agrees with b and with c, who disagree with each other.
    let lines = [
      #"{"op":"create","at":0,"voters":["a","b","c"]}"#,
      #"{"op":"propose","at":0,"proposer":"a","action":"x"}"#,
      #"{"op":"vote","at":0,"proposal":"prop-0001","voter":"a","value":"approve"}"#,
      #"{"op":"vote","at":0,"proposal":"prop-0001","voter":"b","value":"approve"}"#,
      #"{"op":"propose","at":0,"proposer":"a","action":"x"}"#,
      #"{"op":"vote","at":0,"proposal":"prop-0002","voter":"a","value":"reject"}"#,
      #"{"op":"vote","at":0,"proposal":"prop-0002","voter":"c","value":"reject"}"#,
      #"{"op":"blocs","at":0,"expect":{"ok":\#(expected)}}"#,
    ]
    let trace = try TraceFile(replaying: Array(lines.joined(separator: "\n").utf8))
    #expect((trace.answers[7].difference == nil) == isEqual)
  }

  // MARK: Limits

  private func create(voters count: Int) -> String {
    let voters = (1...count).map { "\"v\($0)\"" }.joined(separator: ",")
    return #"{"op":"create","at":0,"voters":["# + voters + "]}"
  }

  @Test func whatWouldFillTheMemoryIsRefused() {
    #expect(
      problems(create(voters: 1001), #"{"op":"agreement","at":1}"#) == [
        "2:1: op: there are 1,001 voters; it compares each two of them, so at most 1,000 are allowed"
      ])
    for operation in [.blocs(threshold: 0.9), .summary] as [TraceOperation] {
      #expect(TraceLimits.problem(with: operation, voters: 10_000) == nil)
      #expect(
        TraceLimits.problem(with: operation, voters: 10_001)?.hasSuffix(
          "at most 10,000 are allowed") == true)
    }
    #expect(TraceLimits.problem(with: .audit, voters: .max) == nil)
    let tooMany = problems(create(voters: 100_001))
    #expect(tooMany == ["1:32: voters: there are 100,001 voters; at most 100,000 are allowed"])
  }

  @Test func largeTracesWithinTheLimitsAreAnswered() throws {
    #expect(try answers(create(voters: 5000), #"{"op":"verify","at":1}"#).count == 2)
    #expect(try answers(create(voters: 50), #"{"op":"agreement","at":1}"#).count == 2)
  }

  /// Answers are kept until all are known, so a short trace could ask for any amount.
  @Test func allAnswersTogetherHaveALimit() {
    let lines = Array(repeating: #"{"op":"agreement","at":1}"#, count: 5)
    let text = ([create(voters: 1000)] + lines).joined(separator: "\n")
    #expect(
      problems(text) == [
        "5:1: op: the answers are too long; all answers to a trace may have at most 4,000,000 values"
      ])
  }

  @Test func aDifferenceIsShort() throws {
    let long = String(repeating: "x", count: 100_000)
    let trace = try TraceFile(
      replaying: Array(
        #"{"op":"create","at":0,"voters":["a"],"expect":{"\#(long)":"\#(long)"}}"#.utf8))
    #expect((trace.answers[0].difference?.utf8.count ?? .max) < 300)
  }
}
