import Agents
import Consensus
import Detection
import JSON
import Scenarios
import Simulation
import TestSupport
import Testing
import Text

struct ScenarioFileTests {
  private let small = #"{"name": "a", "voters": [{"name": "v", "role": "honest", "count": 4}]}"#

  @Test func defaultsAreThoseThatAreDocumented() throws {
    let cell = try #require(ScenarioFile(parsing: small).cells.first).scenario
    #expect(cell.description == "")
    #expect(cell.seed == 1)
    #expect(cell.trials == 1000)
    #expect(cell.mode == .central)
    #expect(cell.config == .standard)
    #expect(cell.safeguards == .none)
    #expect(cell.workload.proposals == 50)
    #expect(cell.workload.interval == .constant(10_000_000_000))
    #expect(cell.workload.deadline == 8_000_000_000)
    #expect(cell.workload.warranted == 0.5)
    #expect(cell.workload.actions == [Workload.Action(name: "quarantine", weight: 1)])
    #expect(cell.workload.tally == .deadline)
    #expect(cell.network.latency == .constant(.zero))
    #expect(cell.costs.falseApproval.cost(of: "terminate") == 1)
    #expect(cell.detectors.isEmpty && cell.expectations.isEmpty)
    #expect(cell.groups == [VoterGroup(name: "v", role: .honest(HonestRole()), count: 4)])
  }

  @Test func readsEveryKey() throws {
    let file = try ScenarioFile(parsing: Fixture.bytes("valid/every-key.json"))
    let cell = file.cells[3].scenario
    #expect(file.cells.count == 12)
    #expect(cell.voterRanges == [0..<34, 34..<37, 37..<39, 39..<39, 39..<40, 40..<40])
    #expect(cell.voterIDs[36...38] == ["traitor_2-3", "Ring-A-1", "Ring-A-2"])
    #expect(cell.weights[33...37] == [0.5, 2, 2, 2, 3])
    #expect(cell.groupOfVoter[33...39] == [0, 1, 1, 1, 2, 2, 4])
    #expect(cell.voters(cutOffBy: cell.network.partitions[0]) == [37, 38])
    #expect(cell.groups[0].latency == .lognormal(median: 500_000_000, sigma: 1.5))
    guard case .honest(let honest) = cell.groups[0].role else { return #expect(Bool(false)) }
    #expect(honest.latencyIfWrong == .constant(2_000_000_000))
    #expect(
      cell.groups[2].role
        == .colluding(
          ColludingRole(
            plan: .protect, camouflage: 0.25, fromProposal: 7, participation: 0.75,
            targets: [1, 3], victims: ["honest-2", "honest-1"], accuracy: Accuracy(0.85))))
    #expect(
      cell.groups[4].role
        == .absent(
          AbsentRole(
            mode: .crashAt, crashTime: VirtualTime(sinceStart: 123_456_789_012),
            availability: nil)))
    let script = [
      ScriptStep(after: 500_000_000, vote: .approve, to: ["traitor_2", "Ring-A"]),
      ScriptStep(
        after: 1_000_000_000, if: ScriptCondition(isWarranted: true, actions: ["re-image"]),
        vote: .abstain, callsTally: true),
    ]
    #expect(
      cell.groups[5].role == .byzantine(ByzantineRole(strategy: .scripted, script: script)))
    #expect(cell.network.delayMax == 4_000_000_000)
    #expect(cell.workload.actions.map(\.name) == ["quarantine", "re-image", "terminate"])
    #expect(cell.costs.falseApproval.cost(of: "terminate") == 10)
    #expect(cell.costs.falseApproval.cost(of: "re-image") == 2)
    #expect(cell.costs.quorumFailure.cost(of: "escalate") == 3)
    #expect(cell.detectors[4] == Detector(.groupLikelihood, value: 2.5))
    #expect(cell.expectations.map(\.metricClaim?.detector) == [nil, nil, 3, nil])
  }

  @Test func aConfigurationOfPythonCanBePasted() throws {
    let keys = try JSONDocument(parsing: ScenarioFile(parsing: small).json.text()).root.value
    guard case .object(let scenario) = keys, case .object(let config)? = scenario["config"],
      case .object(let safeguards)? = scenario["safeguards"]
    else { return #expect(Bool(false)) }
    #expect(
      config.members.map(\.key) == [
        "quorum_fraction", "majority_threshold", "supermajority_threshold",
        "default_expiry_seconds", "allow_vote_change", "max_active_proposals",
      ])
    #expect(
      safeguards.members.map(\.key) == [
        "quorum", "quorum_unit", "ties", "rule", "tally", "authentication", "weight_cap", "audit",
      ])
  }

  @Test func theResolvedScenarioSpellsEverythingOut() throws {
    Snapshot.expect(
      try ScenarioFile(parsing: small).json.text(.indented) + "\n", equals: "smallest.json")
    Snapshot.expect(
      try ScenarioFile(parsing: Fixture.bytes("valid/every-key.json")).json.text(.indented) + "\n",
      equals: "every-key.json")
  }

  /// The digest must not change by accident: results are known by it.
  @Test func theDigestIsThatOfTheResolvedText() throws {
    let file = try ScenarioFile(parsing: small)
    #expect(file.digest == SHA256.hash(Array(file.json.text().utf8)))
    #expect(
      file.digest.description
        == "f9517c2f3d5adf523db9278ff4ec67a207e0cb789757131cfaff6a123e253c4e")
  }

  @Test(arguments: [
    #"{"voters": [{"count": 4, "role": "honest", "name": "v"}], "name": "a"}"#,
    """
    { "name": "a", "seed": 1.0, "trials": 1e3, "sweep": {},
      "costs": {"false_approval": {"terminate": 1}},
      "voters": [ { "name": "v", "role": "honest", "count": 4, "latency": null, "accuracy": 1.0 } ],
      "workload": { "interval": 10.0, "actions": { "quarantine": 1e0 } },
      "safeguards": {"weight_cap": null} }
    """,
  ])
  func filesThatSayTheSameHaveOneDigest(text: String) throws {
    #expect(try ScenarioFile(parsing: text).digest == ScenarioFile(parsing: small).digest)
  }

  @Test func filesThatSaySomethingElseDoNot() throws {
    let digest = try ScenarioFile(parsing: small).digest
    for (old, new) in [
      ("\"a\"", "\"b\""), ("4", "5"), ("\"v\"", "\"w\""), ("}]", "}], \"seed\": 2"),
    ] {
      let text = small.replacing(old, with: new)
      #expect(text != small)
      #expect(try ScenarioFile(parsing: text).digest != digest)
    }
  }

  @Test func aFileThatIsTooLargeIsNotRead() throws {
    #expect(ScenarioFile.sizeProblem(byteCount: 16_000_000) == nil)
    let problem = try #require(ScenarioFile.sizeProblem(byteCount: 100_000_000))
    #expect(
      problem.description
        == "1:1: $: the file has 100000000 bytes; at most 16000000 are allowed")
    let text = [UInt8](repeating: 0x20, count: 16_000_001)
    let error = #expect(throws: TextProblems.self) { try ScenarioFile(parsing: text) }
    #expect(error?.problems.count == 1)
  }
}
