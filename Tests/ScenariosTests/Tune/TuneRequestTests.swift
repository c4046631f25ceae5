import Agents
import Consensus
import JSON
import Metrics
import Simulation
import TestSupport
import Testing
import Text

@testable import Scenarios

/// What `tune` is asked is read, written, and changed from the command line.
struct TuneRequestTests {
  private func search(_ text: String) throws -> [String: SearchedField.Values] {
    let fields = try #require(TunedFile.request("{\"search\": \(text)}").search)
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.field.path, $0.values) })
  }

  // MARK: Search

  /// The order is that of all fields, so that the order of the text changes nothing.
  @Test func fieldsAreNamedByPathOrByKey() throws {
    let request = try TunedFile.request(
      #"{"search": {"ties": "all", "config.quorum_fraction": [0.5], "safeguards.quorum": "bft"}}"#)
    #expect(
      request.fields.map(\.field.path) == [
        "config.quorum_fraction", "safeguards.quorum", "safeguards.ties",
      ])
    #expect(request.fields.map(\.values) == [.listed([0.5]), .listed(["bft"]), .all])
    #expect(try search("{}").isEmpty)
  }

  @Test(arguments: [
    ("quorum_fraction", #""all""#, SearchedField.Values.all),
    ("allow_vote_change", #""all""#, .all),
    ("rule", #""all""#, .all),
    ("quorum_fraction", #"0.75"#, .listed([0.75])),
    ("quorum_fraction", #""2/3""#, .listed([.number(.double(2.0 / 3))])),
    ("quorum_fraction", #"[1, "1/2", 0.750]"#, .listed([1, 0.5, 0.75])),
    ("tally", #"["decisive", "anytime"]"#, .listed(["decisive", "anytime"])),
    ("allow_vote_change", "true", .listed([true])),
    ("weight_cap", "null", .listed([nil])),
    ("weight_cap", "[null, 0.25]", .listed([nil, 0.25])),
    ("max_active_proposals", "[1, 1e1]", .listed([1, 10])),
  ])
  func valuesAreAllOrListedOrOne(key: String, text: String, values: SearchedField.Values) throws {
    #expect(try Array(search("{\"\(key)\": \(text)}").values) == [values])
  }

  /// Of the fractions of a range without a step there are only so many that differ.
  @Test(arguments: [
    ("quorum_fraction", #"{"from": 0.5, "to": "2/3"}"#, SearchedField.Values.within(0.5...2.0 / 3)),
    ("majority_threshold", #"{"from": 0.5, "to": 0.5}"#, .within(0.5...0.5)),
    ("quorum_fraction", #"{"from": -1, "to": 7}"#, .within(Double.leastNonzeroMagnitude...1)),
    ("quorum_fraction", #"{"from": 0.5, "to": 0.95, "step": 0.2}"#, .listed([0.5, 0.7, 0.9])),
    ("quorum_fraction", #"{"from": 0, "to": 2, "step": 0.5}"#, .listed([0.5, 1])),
    ("max_active_proposals", #"{"from": -1, "to": 3}"#, .listed([1, 2, 3])),
    ("max_active_proposals", #"{"from": 1, "to": 2, "step": 0.5}"#, .listed([1, 2])),
    ("default_expiry_seconds", #"{"from": 0, "to": 10, "step": 5}"#, .listed([0, 5, 10])),
    ("weight_cap", #"{"from": 0.1, "to": 0.3, "step": 0.1}"#, .listed([0.1, 0.2, 0.3])),
  ])
  func aRangeHasTheValuesThatAreAllowed(
    key: String, text: String, values: SearchedField.Values
  ) throws {
    #expect(try Array(search("{\"\(key)\": \(text)}").values) == [values])
  }

  @Test func byDefaultTheUsualIsAsked() throws {
    let request = try TunedFile.request("{}")
    #expect(request == TuneRequest())
    #expect(
      request.fields.map(\.field.path) == [
        "config.quorum_fraction", "config.majority_threshold", "config.supermajority_threshold",
        "safeguards.quorum", "safeguards.ties", "safeguards.rule", "safeguards.tally",
      ])
    #expect(request.fields.allSatisfy { $0.values == .all })
    #expect(
      request.aims == [.falseApprovalRate, .falseRejectionRate, .quorumFailureRate, .latencyMean])
  }

  // MARK: Adversaries and seats

  @Test(arguments: [
    (#""worst""#, [TuneAdversary.worst]),
    (#"["causal", "standard", "worst"]"#, [.causal, .standard, .worst]),
    (
      #"{"name": "gone", "role": "absent"}"#,
      [.group(VoterGroup(name: "gone", role: .absent(AbsentRole()), count: 0))]
    ),
    (
      """
      [{"name": "slow", "role": "byzantine", "strategy": "flip", "rate": 0.5, "latency": 2}, "worst",
       {"name": "ring", "role": "colluding", "plan": "protect", "targets": ["worker-1"]},
       {"name": "dull", "role": "honest", "accuracy": 0.6}]
      """,
      [
        .group(
          VoterGroup(
            name: "slow", role: .byzantine(ByzantineRole(strategy: .flip, rate: 0.5)), count: 0,
            latency: .constant(2_000_000_000))),
        .worst,
        .group(
          VoterGroup(
            name: "ring", role: .colluding(ColludingRole(plan: .protect, targets: [1])), count: 0)),
        .group(
          VoterGroup(
            name: "dull", role: .honest(HonestRole(accuracy: Accuracy(0.6))), count: 0)),
      ]
    ),
  ])
  func adversariesAreWordsOrGroups(text: String, adversaries: [TuneAdversary]) throws {
    #expect(try TunedFile.request("{\"adversaries\": \(text)}").adversaries == adversaries)
  }

  /// A file of adversaries is put into the scenario as it would stand there.
  @Test func adversariesOfAFileAreThoseOfAScenario() throws {
    let lone = #"{"role": "byzantine", "strategy": "oppose", "name": "liars"}"#
    let alone = try TuneRequest.adversaries(parsing: Array(lone.utf8), .standard)
    let listed = try TuneRequest.adversaries(parsing: Array("[\(lone), \"worst\"]".utf8), .standard)
    #expect(listed.count == 2 && listed[1] == "worst")
    #expect(alone == [listed[0]])
    let text = JSONValue.array(listed).text()
    #expect(
      try TunedFile.request("{\"adversaries\": \(text)}").adversaries
        == TunedFile.request("{\"adversaries\": [\(lone), \"worst\"]}").adversaries)
    let error = #expect(throws: TextProblems.self) {
      try TuneRequest.adversaries(parsing: Array(#"["worse", {"name": "a"}]"#.utf8), .standard)
    }
    #expect(
      error?.problems.map(\.description) == [
        "1:2: $[0]: unknown value 'worse' (did you mean 'worst'?); allowed are standard, causal, worst",
        "1:11: $[1]: the key 'role' is missing",
      ])
  }

  @Test func theRestIsReadAsItStands() throws {
    let request = try TunedFile.request(
      """
      {"seats": {"n": 1, "m": 2}, "objectives": ["expected_harm", "correct_rate"], "all_pairs": true, "sensitivity": true,
       "constraints": [{"metric": "correct_rate", "at_least": "9/10"},
         {"metric": "latency_mean", "at_most": 3}]}
      """)
    #expect(request.faults == nil && request.search == nil && request.adversaries == nil)
    #expect(request.seats == [SeatCount(group: "m", count: 2), SeatCount(group: "n", count: 1)])
    #expect(request.aims == [.expectedHarm, .correctRate])
    #expect(
      request.constraints == [
        TuneConstraint(metric: .correctRate, limit: .atLeast(0.9)),
        TuneConstraint(metric: .latencyMean, limit: .atMost(3)),
      ])
    #expect(request.tellsAllPairs == true && request.tellsSensitivity == true)
    #expect(try TunedFile.request(#"{"faults": 7}"#).faults == 7)
    #expect(try TunedFile.request(#"{"max_trials": 1e4}"#).trialsMax == 10_000)
  }

  @Test func cellsMayDifferInWhoseSeatsMayBeTaken() throws {
    let faults = try TunedFile.checked(
      TunedFile.text("{}", more: #", "sweep": {"tune.faults": {"from": 1, "to": 3}}"#)
    ).file
    #expect(faults.cells.map(\.tuning?.faults) == [1, 2, 3])
    let trials = try TunedFile.checked(
      TunedFile.text("{}", more: #", "sweep": {"tune.max_trials": [5, 50]}"#)
    ).file
    #expect(trials.cells.map(\.tuning?.trialsMax) == [5, 50])
    let seats = try TunedFile.checked(
      TunedFile.text(nil, more: #", "sweep": {"tune.seats.m": [1, 4]}"#)
    ).file
    #expect(seats.cells.map { $0.tuning?.seats?.map(\.count) } == [[1], [4]])
  }

  // MARK: Writing

  @Test(arguments: [
    "{}",
    #"{"search": {}, "constraints": []}"#,
    #"{"search": {"ties": "all", "quorum_fraction": {"from": -1, "to": "2/3"}}}"#,
    """
    {"search": {"weight_cap": [null, "1/3"], "default_expiry_seconds": {"from": 0, "to": 2},
      "config.majority_threshold": 0.6, "allow_vote_change": [false]}}
    """,
    #"{"adversaries": "causal", "faults": 2, "max_trials": 0, "all_pairs": false, "sensitivity": false}"#,
    #"{"search": {"quorum_fraction": {"from": 0, "to": 1, "step": 0.01}}}"#,
    """
    {"adversaries": ["worst", {"name": "ring", "role": "colluding", "plan": "pivot",
      "camouflage": 0.5, "latency": {"uniform": {"from": 1, "to": 2}}}], "seats": {"t": 2, "m": 1}}
    """,
    """
    {"adversaries": [{"name": "s", "role": "byzantine", "strategy": "scripted",
      "script": [{"at": 1, "vote": "approve", "to": ["m"]}]}],
     "objectives": ["unsafe_trial_rate"],
     "constraints": [{"metric": "participation_mean", "at_least": 0.5},
       {"metric": "latency_mean", "at_most": 2}]}
    """,
  ])
  func whatIsWrittenReadsBackEqual(request: String) throws {
    let file = try TunedFile.checked(TunedFile.text(request)).file
    for style in [JSONStyle.compact, .indented] {
      let again = try ScenarioFile(parsing: file.json.text(style))
      #expect(again == file)
      #expect(again.cells.map(\.tuning) == file.cells.map(\.tuning))
      #expect(again.digest == file.digest)
    }
  }

  /// Digests depend on it.
  @Test func whatIsWrittenIsTheShortestThatSaysIt() throws {
    let file = try TunedFile.checked(
      TunedFile.text(
        """
        {"all_pairs": true, "constraints": [{"at_most": 2.0, "metric": "latency_mean"}],
          "adversaries": ["worst"], "faults": 1,
          "search": {"ties": "all", "tally": "anytime", "quorum_fraction": {"from": -1, "to": 0.5},
            "max_active_proposals": {"from": 1, "to": 2}}}
        """)
    ).file
    guard case .object(let object) = file.json else { throw Missing() }
    #expect(
      object["tune"]?.text(.compact) == """
        {"search":{"config.quorum_fraction":{"from":5e-324,"to":0.5},\
        "config.max_active_proposals":[1,2],"safeguards.ties":"all","safeguards.tally":["anytime"]},\
        "adversaries":"worst","faults":1,"constraints":[{"metric":"latency_mean","at_most":2}],\
        "all_pairs":true}
        """)
  }

  @Test func whatIsSaidInOtherWordsHasOneDigest() throws {
    func digest(_ request: String?) throws -> SHA256Digest {
      try TunedFile.checked(TunedFile.text(request), isTuned: false).file.digest
    }
    let plain = try digest(
      #"{"search": {"quorum_fraction": ["1/2"], "ties": "reject"}, "adversaries": ["worst"]}"#)
    #expect(
      try plain
        == digest(
          """
          {"adversaries": "worst",
           "search": {"safeguards.ties": ["reject"], "config.quorum_fraction": 0.50}}
          """))
    #expect(try plain != digest(#"{"search": {"quorum_fraction": 0.5, "ties": "reject"}}"#))
    #expect(try digest("{}") != digest(nil))
  }

  /// Results are known by the digests of their scenarios, which were there before the key.
  @Test func aScenarioWithoutARequestDoesNotWriteTheKey() throws {
    func keys(_ json: JSONValue) throws -> [String] {
      guard case .object(let object) = json else { throw Missing() }
      return object.members.map(\.key)
    }
    let plain = try TunedFile.checked(TunedFile.text(nil), isTuned: false).file
    #expect(try !keys(plain.json).contains("tune"))
    #expect(plain.cells[0].tuning == nil)
    // Nor does the scenario of a cell: no other command asks what `tune` is asked.
    let tuned = try TunedFile.checked(TunedFile.text(#"{"faults": 1}"#), isTuned: false).file
    #expect(try keys(tuned.json).contains("tune"))
    #expect(try !keys(tuned.cells[0].scenario.json).contains("tune"))
    #expect(tuned.cells[0].scenario.digest == plain.cells[0].scenario.digest)
    #expect(tuned.runs(like: plain))
  }

  private struct Missing: Error {}

  // MARK: Options

  @Test func whoeverTunesAsksForTheUsualAtLeast() throws {
    let added = try TunedFile.checked(TunedFile.text(nil)).file
    #expect(added.cells[0].tuning == TuneRequest())
    #expect(try added.json == TunedFile.checked(TunedFile.text("{}")).file.json)
    #expect(try TunedFile.request(#"{"faults": 2}"#).faults == 2)
  }

  /// The option says the key, whatever the file says.
  @Test(arguments: [
    #"{"search": {"config.quorum_fraction": [0.5, 0.6], "ties": "all"}}"#,
    #"{"search": {"quorum_fraction": "all", "safeguards.ties": "all"}}"#,
    #"{"search": {"ties": "all"}}"#,
  ])
  func anOptionReplacesWhatTheFileLists(request: String) throws {
    let override = ScenarioOverride(
      path: "tune.search.quorum_fraction", json: [0.75, 0.8], option: "--search",
      argument: "quorum_fraction=0.75,0.8")
    let file = try TunedFile.checked(TunedFile.text(request), [override]).file
    let fields = try #require(file.cells[0].tuning?.search)
    #expect(fields.map(\.field.key) == ["quorum_fraction", "ties"])
    #expect(fields.map(\.values) == [.listed([0.75, 0.8]), .all])
  }

  @Test func anOptionForSeatsReplacesTheOtherKind() throws {
    let faults = ScenarioOverride(path: "tune.faults", json: 3, option: "--faults", argument: "3")
    let seats = ScenarioOverride(
      path: "tune.seats.m", json: 2, option: "--seats", argument: "m=2")
    func request(_ text: String, _ override: ScenarioOverride) throws -> TuneRequest? {
      try TunedFile.checked(TunedFile.text(text), [override]).file.cells[0].tuning
    }
    let byCount = try request(#"{"seats": {"n": 1}}"#, faults)
    #expect(byCount?.faults == 3 && byCount?.seats == nil)
    let byGroup = try request(#"{"faults": 1}"#, seats)
    #expect(byGroup?.faults == nil)
    #expect(byGroup?.seats == [SeatCount(group: "m", count: 2)])
    #expect(
      TunedFile.problems("{}", [faults, seats])
        == ["3:9: tune: both faults and seats are given; only one of them may be"])
  }

  @Test func aProblemOfAnOptionIsToldWithTheOption() {
    let found = TunedFile.problems(
      "{}",
      [
        ScenarioOverride(path: "tune.search.tise", json: "all", option: "--search", argument: "x")
      ])
    #expect(
      found.map { String($0.prefix(61)) } == [
        "--search x: tune.search.tise: unknown key (did you mean 'ties"
      ])
    #expect(
      TunedFile.problems(
        "{}", [ScenarioOverride(path: "tune.faults", json: 8, option: "--faults", argument: "8")])
        == ["--faults 8: tune.faults: 8 seats are more than the 7 honest voters of the scenario"])
    // A flag has no argument.
    #expect(
      TunedFile.problems(
        "[]",
        [ScenarioOverride(path: "tune.all_pairs", json: true, option: "--all-pairs", argument: "")]
      ).first == "--all-pairs: tune.all_pairs: the path does not exist: tune is a list")
  }

  @Test(arguments: [
    ("all", #""all""#),
    ("0.75", "0.75"),
    ("1/2, 2/3", #"["1/2","2/3"]"#),
    ("null,0.5", "[null,0.5]"),
    (#"strict,"bft""#, #"["strict","bft"]"#),
    ("[0.5,0.6]", "[0.5,0.6]"),
    (#"{"from": 0.5, "to": 0.9}"#, #"{"from":0.5,"to":0.9}"#),
    (#"["a,b"],c"#, #"[["a,b"],"c"]"#),
    ("", #""""#),
    ("a,", #"["a",""]"#),
  ])
  func aValueOfAnOptionIsJSONOrWordsWithCommas(text: String, json: String) {
    #expect(ScenarioOverride.value(parsing: text).text(.compact) == json)
  }
}
