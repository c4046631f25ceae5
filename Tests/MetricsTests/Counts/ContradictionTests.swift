import Experiments
import JSON
import Scenarios
import TestSupport
import Testing
import Text

@testable import Metrics

struct ContradictionTests {
  private static let voters = """
    {"name": "h", "role": "honest", "count": 4, "accuracy": 0.7, "abstain": 0.1,
     "latency": {"exponential": {"mean": 2}}}
    """
  private static let ring = #"{"name": "r", "role": "colluding", "count": 3, "plan": "lockstep"}"#

  /// Cells of all that makes counts differ.
  private static let cells = [
    ("central", "", ""),
    (
      "replicated", #", {"name": "e", "role": "byzantine", "count": 1, "strategy": "equivocate"}"#,
      ""
    ),
    ("central", #", {"name": "f", "role": "byzantine", "count": 1, "strategy": "flood"}"#, ""),
    (
      "central", #", {"name": "i", "role": "byzantine", "count": 1, "strategy": "impersonate"}"#, ""
    ),
    ("central", "", #", "config": {"max_active_proposals": 1}, "costs": {"false_approval": 3}"#),
    ("central", ", \(ring)", #", "detectors": [{"method": "kappa"}, {"method": "copying"}]"#),
    ("central", "", #", "detectors": [{"method": "agreement_cliques", "threshold": 0.5}]"#),
    ("central", #", {"name": "g", "role": "absent", "count": 2}"#, #", "trials": 1"#),
  ]

  private static func scenario(_ cell: (mode: String, voters: String, more: String)) throws
    -> Scenario
  {
    let trials = cell.more.contains("trials") ? "" : #", "trials": 6"#
    return try ScenarioFile(
      parsing: """
        {"name": "counts"\(trials), "mode": "\(cell.mode)", "voters": [\(voters)\(cell.voters)],
         "workload": {"proposals": 5, "interval": 4, "deadline": 6, "tally": "quorum"}\(cell.more)}
        """
    ).cells[0].scenario
  }

  /// What contradicts the counts of a text; nil if nothing does.
  private func contradiction(_ json: JSONValue, in scenario: Scenario) throws -> String? {
    let document = try JSONDocument(parsing: Array(json.text().utf8))
    let log = ProblemLog(document)
    let counts = CellCounts(JSONCursor(document, log: log))
    guard let counts, log.unplacedProblems.isEmpty else {
      return log.unplacedProblems.first?.message ?? "refused without a message"
    }
    do throws(Contradiction) {
      try counts.requirePossible(
        trials: scenario.trials, detectors: scenario.detectors.count, in: scenario.metricScope)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: cells.indices)
  func countsOfARunArePossible(index: Int) throws {
    let scenario = try Self.scenario(Self.cells[index])
    var trials = Trials(scenario)
    #expect(try contradiction(trials.run(1...scenario.trials).json, in: scenario) == nil)
  }

  /// The numbers of a value with their paths, and the value with another number in their place.
  private func changes(
    of value: JSONValue, at path: String = ""
  ) -> [(path: String, change: (Int) -> JSONValue)] {
    switch value {
    case .number(.integer(let number)):
      return [(path, { JSONValue(number &+ $0) })]
    case .array(let elements):
      return elements.indices.flatMap { index in
        changes(of: elements[index], at: "\(path)[\(index)]").map { path, change in
          (path, { .array(elements[..<index] + [change($0)] + elements[(index + 1)...]) })
        }
      }
    case .object(let object):
      return object.members.flatMap { key, member in
        changes(of: member, at: path.isEmpty ? key : "\(path).\(key)").map { path, change in
          (
            path,
            { number in
              var changed = object
              changed[key] = change(number)
              return .object(changed)
            }
          )
        }
      }
    case .number, .null, .bool, .string: return []
    }
  }

  /// Numbers that follow from others, as the sums of a rate from the outcomes.
  private static func follows(_ path: String) -> Bool {
    if path == "trials" || path.hasPrefix("endings") { return true }
    if path.hasSuffix(".trials") || path.hasSuffix("occupied") { return true }
    // The squares of times are large numbers, and a time may be a little longer.
    if path.hasPrefix("latency") || path.hasPrefix("blocs") { return path.hasSuffix("[0]") }
    return ["[0]", "[2]", "[3]"].contains { path.hasSuffix($0) }
  }

  /// A number that follows from others contradicts them when it is changed alone, and so does any
  /// number when it becomes very large.
  @Test(arguments: cells.indices)
  func aNumberThatIsChangedAloneIsRefused(index: Int) throws {
    let scenario = try Self.scenario(Self.cells[index])
    var trials = Trials(scenario)
    let changes = changes(of: trials.run(1...scenario.trials).json)
    var accepted: [String] = []
    for (path, change) in Effort.some(of: changes, inDebugEvery: 3) {
      let isTime =
        path.hasPrefix("latency[") || path.contains("range") || path.contains("buckets")
        || path.contains("adjusted_rand_index")
      let numbers = (Self.follows(path) && !isTime ? [1, -1, 2] : []) + (isTime ? [] : [1 << 56])
      for number in numbers where try contradiction(change(number), in: scenario) == nil {
        accepted.append("\(path) + \(number)")
      }
    }
    #expect(changes.count > 60)
    #expect(accepted.isEmpty, "\(accepted)")
  }

  @Test func whatContradictsWhatIsTold() throws {
    let scenario = try Self.scenario(Self.cells[0])
    var trials = Trials(scenario)
    guard case .object(let json) = trials.run(1...scenario.trials).json else { return }
    func message(_ key: String, _ value: JSONValue) throws -> String? {
      var changed = json
      changed[key] = value
      return try contradiction(.object(changed), in: scenario)
    }
    #expect(
      try message("endings", [0, 0, 0, 0, 0, 0])
        == "'endings': 0 outcomes contradict 30 proposals in 1 ballot boxes")
    #expect(
      try message("unsafe_trials", 7)
        == "'unsafe_trials': 7 contradicts 6 trials that can have the event")
    #expect(try message("trials", 5) == "the unit has 6 trials, not 5")
    #expect(try message("unsafe_trials", 0)?.contains("contradicts 'false_approvals'") == true)
  }

  /// The counts of single trials say what their sums are.
  @Test func countsThatAreNotTheSumsOfTheirTrialsAreRefused() throws {
    let scenario = try Self.scenario(Self.cells[0])
    var trials = Trials(scenario)
    let counts = trials.run(1...6)
    let scores = trials.scores(of: 1...6) ?? []
    var each = scores.map(\.counts)
    try counts.requireSums(of: each)
    #expect(throws: Contradiction(message: "'votes_refused' is not the sum of the trials")) {
      var others = each
      others[3].votesRefused += 1
      try counts.requireSums(of: others)
    }
    each.swapAt(0, 5)
    try counts.requireSums(of: each)
    each[0].harm += 1
    each[1].harm -= 1
    #expect(throws: Contradiction(message: "'harm' is not the sum of the trials")) {
      try counts.requireSums(of: each)
    }
  }
}
