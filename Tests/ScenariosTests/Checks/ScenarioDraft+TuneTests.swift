import Scenarios
import Testing
import Text

/// What `tune` cannot be asked, with the place and the words in which it is told.
struct TuneCheckTests {
  /// The warnings with their paths.
  private func warnings(_ request: String?, more: String = "") throws -> [String] {
    try TunedFile.checked(TunedFile.text(request, more: more)).warnings.map {
      "\($0.path): \($0.message)"
    }
  }

  // MARK: Adversaries

  @Test(arguments: [
    (
      #""worse""#,
      [
        """
        3:25: tune.adversaries: unknown value 'worse' (did you mean 'worst'?); allowed are \
        standard, causal, worst
        """
      ]
    ),
    (
      "[]", ["3:25: tune.adversaries: the list has 0 elements; at least 1 are needed"]
    ),
    (
      "3",
      [
        """
        3:25: tune.adversaries: 3 is not allowed; it must be 'standard', 'causal', 'worst', or a \
        group of voters
        """
      ]
    ),
    (
      #"["worst", "worst"]"#,
      [
        """
        3:35: tune.adversaries[1]: "worst" is listed twice; each element may be listed once
        """
      ]
    ),
    (
      """
      [{"name": "a", "role": "absent"}, {"name": "a", "role": "honest"}]
      """,
      ["3:59: tune.adversaries[1]: there is already an adversary 'a'; names must differ"]
    ),
    (
      #"{"name": "r", "role": "colluding", "plan": "frame", "targets": ["worker-1", "worker-55"]}"#,
      ["3:88: tune.adversaries.targets: worker-55 does not exist; workload.targets is 10"]
    ),
    (
      #"["worst", {"name": "r", "role": "colluding", "plan": "frame", "targets": ["worker-55"]}]"#,
      ["3:98: tune.adversaries[1].targets: worker-55 does not exist; workload.targets is 10"]
    ),
    (
      #"{"name": "r", "role": "colluding", "plan": "frame"}"#,
      ["3:25: tune.adversaries: the key 'targets' is missing; plan 'frame' needs it"]
    ),
    (
      """
      [{"name": "s", "role": "byzantine", "strategy": "scripted", \
      "script": [{"at": 1, "vote": "approve", "to": ["m", "nn"]}]}]
      """,
      [
        """
        3:137: tune.adversaries[0].script[0].to[1]: there is no group 'nn' (did you mean 'n'?); \
        the groups are m, n, t
        """
      ]
    ),
  ])
  func adversariesAreRefused(adversaries: String, expected: [String]) {
    #expect(TunedFile.problems("{\"adversaries\": \(adversaries)}") == expected)
  }

  /// Their number and weight are those of the seats, and who the victims are depends on the seats.
  @Test(arguments: [
    (#""count": 2"#, "count"), (#""weight": 1"#, "weight"), (#""victims": ["m-1"]"#, "victims"),
  ])
  func anAdversaryDoesNotSayWhatTheSeatsSay(member: String, key: String) {
    let group = #"{"name": "r", "role": "colluding", "plan": "mimic", "#
    let found = TunedFile.problems("{\"adversaries\": \(group)\(member)}}")
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        """
        3:77: tune.adversaries.\(key): unknown key; allowed are name, role, plan, camouflage, \
        from_proposal, participation, targets, accuracy, latency
        """) == true)
  }

  // MARK: Seats

  @Test(arguments: [
    (
      #"{"faults": 2, "seats": {"m": 1}}"#,
      "3:9: tune: both faults and seats are given; only one of them may be"
    ),
    (
      #"{"faults": 8}"#,
      "3:20: tune.faults: 8 seats are more than the 7 honest voters of the scenario"
    ),
    (
      #"{"faults": 0}"#,
      "3:20: tune.faults: 0 is not allowed; it must be a whole number from 1 to 100000"
    ),
    (
      #"{"seats": {"m": 4, "mm": 1}}"#,
      "3:34: tune.seats.mm: there is no group 'mm' (did you mean 'm'?); the groups are m, n, t"
    ),
    (
      #"{"seats": {"n": 4}}"#, "3:25: tune.seats.n: 4 seats are more than the 3 voters of the group"
    ),
    (
      #"{"seats": {"n": 0}}"#,
      "3:25: tune.seats.n: 0 is not allowed; it must be a whole number from 1 to 100000"
    ),
    (
      #"{"seats": {}}"#,
      "3:19: tune.seats: there are no seats; name a group with a number of voters"
    ),
  ])
  func seatsAreRefused(request: String, problem: String) {
    #expect(TunedFile.problems(request) == [problem])
  }

  private static let noSeats = """
    there are no seats: no voter is byzantine or colluding; give faults, the number of honest voters \
    who may be compromised, or seats by group
    """

  @Test func somebodyMustBeASeat() throws {
    let voters = """
      {"name": "m", "role": "honest", "count": 4}, {"name": "gone", "role": "absent", "count": 1},
      {"name": "t", "role": "byzantine", "count": 0, "strategy": "oppose"}
      """
    #expect(
      TunedFile.problems(#"{"search": {}}"#, voters: voters) == ["4:9: tune: \(Self.noSeats)"])
    // The key is not in the file.
    #expect(TunedFile.problems(nil, voters: voters) == ["1:1: tune: \(Self.noSeats)"])
    // Without tuning nobody asks.
    let text = TunedFile.text(nil, voters: voters)
    #expect(try TunedFile.checked(text, isTuned: false).file.cells[0].tuning == nil)
    #expect(try TunedFile.checked(TunedFile.text("{\"faults\": 4}", voters: voters)).warnings == [])
  }

  @Test func ofTheCellsThatHaveNoSeatsTheFirstIsNamed() {
    #expect(
      TunedFile.problems(
        #"{"seats": {"m": 2}}"#, more: #", "sweep": {"voters.m.count": [4, 1, 0]}"#) == [
          """
          3:25: tune.seats.m: 2 seats are more than the 1 voter of the group (cell 2: \
          voters.m.count = 1)
          """
        ])
  }

  // MARK: Metrics

  private static let judged = """
    cannot be judged over all adversaries; the metrics that can are false_approval_rate, \
    false_rejection_rate, quorum_failure_rate, correct_rate, unsafe_trial_rate, disagreement_rate, \
    latency_mean, participation_mean, expected_harm
    """

  @Test(arguments: [
    "forged_votes_accepted", "votes_refused", "latency_p99", "pair_recall",
    "proposals_to_detection",
    "false_alarm_rate",
  ])
  func someMetricsHaveNoIntervalAtAnyTime(metric: String) {
    #expect(
      TunedFile.problems("{\"objectives\": [\"correct_rate\", \"\(metric)\"]}")
        == ["3:41: tune.objectives[1]: \(metric) \(Self.judged)"])
    #expect(
      TunedFile.problems("{\"constraints\": [{\"metric\": \"\(metric)\", \"at_most\": 1}]}")
        == ["3:37: tune.constraints[0].metric: \(metric) \(Self.judged)"])
  }

  @Test func whatHasNoBetterOrWorseCanBeLimitedOnly() throws {
    #expect(
      TunedFile.problems(#"{"objectives": ["participation_mean"]}"#) == [
        """
        3:25: tune.objectives[0]: participation_mean has no better or worse; it can only be limited
        """
      ])
    let limit = #"{"constraints": [{"metric": "participation_mean", "at_least": 0.5}]}"#
    #expect(try warnings(limit) == [])
  }

  @Test func metricsOfReplicasNeedReplicas() throws {
    let mode = "disagreement_rate is only measured in mode 'replicated'; the mode is 'central'"
    let objective = #"{"objectives": ["disagreement_rate"]}"#
    let limit = #"{"constraints": [{"metric": "disagreement_rate", "at_most": 0.5}]}"#
    #expect(TunedFile.problems(objective) == ["3:25: tune.objectives[0]: \(mode)"])
    #expect(TunedFile.problems(limit) == ["3:37: tune.constraints[0].metric: \(mode)"])
    for request in [objective, limit] {
      #expect(try warnings(request, more: #", "mode": "replicated""#) == [])
    }
    #expect(
      TunedFile.problems(objective, more: #", "sweep": {"mode": ["replicated", "central"]}"#) == [
        "3:25: tune.objectives[0]: \(mode) (cell 2: mode = \"central\")"
      ])
  }

  @Test(arguments: [
    (
      #"{"metric": "correct_rate"}"#,
      """
      3:26: tune.constraints[0]: neither at_most nor at_least is given; exactly one is needed
      """
    ),
    (
      #"{"metric": "correct_rate", "at_most": 1, "at_least": 0}"#,
      "3:26: tune.constraints[0]: both at_most and at_least are given; exactly one is needed"
    ),
    (
      #"{"metric": "correct_rate", "at_least": 1.5}"#,
      """
      3:65: tune.constraints[0].at_least: 1.5 is not a valid limit of correct_rate, which is from 0 \
      to 1
      """
    ),
    (#"{"at_least": 0.5}"#, "3:26: tune.constraints[0]: the key 'metric' is missing"),
    (
      #"{"metric": "correct_rate", "at_least": 0.5, "confidence": 0.9}"#,
      """
      3:70: tune.constraints[0].confidence: unknown key; allowed are metric, at_most, at_least
      """
    ),
    (
      #"{"metric": "correct_rates", "at_least": 0.5}"#,
      "3:37: tune.constraints[0].metric: unknown value 'correct_rates' (did you mean 'correct_rate'?)"
    ),
  ])
  func aConstraintIsRefused(constraint: String, problem: String) {
    let found = TunedFile.problems("{\"constraints\": [\(constraint)]}")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(problem) == true, "\(found)")
  }

  @Test func objectivesAreNeededIfThereIsAList() {
    #expect(
      TunedFile.problems(#"{"objectives": []}"#) == [
        "3:24: tune.objectives: the list has 0 elements; at least 1 are needed"
      ])
    #expect(
      TunedFile.problems(#"{"objectives": ["correct_rate", "correct_rate"]}"#) == [
        """
        3:41: tune.objectives[1]: "correct_rate" is listed twice; each element may be listed once
        """
      ])
  }

  @Test func theKeysAreThoseOfARequest() {
    #expect(
      TunedFile.problems(#"{"adversary": "worst"}"#) == [
        """
        3:10: tune.adversary: unknown key (did you mean 'adversaries'?); allowed are search, \
        adversaries, faults, seats, objectives, constraints, max_trials, all_pairs, \
        sensitivity
        """
      ])
  }

  // MARK: What else is wrong

  /// A scenario that cannot be read has no seats, and no targets, that a request could miss.
  @Test func whatDependsOnAProblemIsNotToldToo() {
    let misspelt = #"{"name": "t", "role": "byzantin", "count": 2}"#
    #expect(
      TunedFile.problems("{}", voters: misspelt).map { String($0.prefix(51)) } == [
        "2:34: voters[0].role: unknown value 'byzantin' (did"
      ])
    let honest = #"{"name": "m", "role": "honest", "count": 4}"#
    #expect(
      TunedFile.problems(#"{"faults": 0}"#, voters: honest).map { String($0.prefix(36)) } == [
        "3:20: tune.faults: 0 is not allowed;"
      ])
    let frame =
      #"{"adversaries": {"name": "r", "role": "colluding", "plan": "frame", "targets": ["worker-2"]}}"#
    #expect(
      TunedFile.problems(frame, more: #", "workload": {"targets": "3"}"#).map {
        String($0.prefix(38))
      } == [
        "4:27: workload.targets: a string is no"
      ])
    let objective = #"{"objectives": ["disagreement_rate"]}"#
    #expect(
      TunedFile.problems(objective, more: #", "mode": "replicate""#).map { String($0.prefix(38)) }
        == [
          "4:11: mode: unknown value 'replicate' "
        ])
  }

  // MARK: Sweeps and warnings

  @Test(arguments: [
    (#""tune.search": [{}]"#, "tune.search"),
    (#""tune.search.ties": ["approve", "reject"]"#, "tune.search.ties"),
    (#""tune.adversaries": ["worst", "causal"]"#, "tune.adversaries"),
    (#""tune": [{}]"#, "tune"),
  ])
  func cellsAreAskedTheSameButForSeats(axis: String, path: String) {
    #expect(
      TunedFile.problems("{}", more: ", \"sweep\": {\(axis)}") == [
        """
        4:\(17 + path.count): sweep.\(path): this field cannot be swept: tune must be the same in all \
        cells, but for faults, seats and max_trials
        """
      ])
  }

  /// The trials of all cells are the same, but `tune` asks something else in each.
  @Test func anAxisOfSeatsChangesSomething() throws {
    #expect(try warnings(#"{"faults": 1}"#).count == 1)
    let faults = try warnings("{}", more: #", "sweep": {"tune.faults": [1, 2]}"#)
    #expect(faults.allSatisfy { !$0.contains("changes anything") })
    #expect(
      try warnings(#"{"seats": {"t": 2}}"#, more: #", "sweep": {"tune.seats.m": [1, 2]}"#) == [])
  }

  @Test func faultyVotersBesideTheSeatsAreWarnedOf() throws {
    func beside(_ key: String) -> [String] {
      [
        """
        tune.\(key): the 2 voters of group 't' misbehave as they do, beside those of the seats
        """
      ]
    }
    #expect(try warnings(#"{"faults": 2}"#) == beside("faults"))
    #expect(try warnings(#"{"seats": {"m": 2}}"#) == beside("seats"))
    #expect(try warnings(#"{"seats": {"m": 2, "t": 2}}"#) == [])
    #expect(try warnings("{}") == [])
    #expect(
      try warnings(#"{"seats": {"m": 2}}"#, more: #", "sweep": {"voters.t.count": [0, 1]}"#) == [
        """
        tune.seats: the 1 voter of group 't' misbehaves as it does, beside those of the seats \
        (cell 2: voters.t.count = 1)
        """
      ])
  }

  /// The others of the group are not in the seats.
  @Test(arguments: [
    (3, 1, "2 other voters of group 't' misbehave as they do"),
    (2, 1, "1 other voter of group 't' misbehaves as it does"),
  ])
  func theRestOfAFaultyGroupIsWarnedOf(count: Int, seats: Int, others: String) throws {
    let found = try warnings(
      "{\"seats\": {\"t\": \(seats)}}", more: ", \"sweep\": {\"voters.t.count\": [\(count)]}")
    #expect(found == ["tune.seats: the \(others), beside those of the seats"])
  }
}
