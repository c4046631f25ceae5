import Scenarios
import Testing
import Text

/// Draws that are tuned together may differ only in what may be true of one and the same panel.
struct SweepDrawsTests {
  private func problems(_ change: String) -> [String] {
    let text = """
      {"name": "panel", "voters": [
        {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9}],
       "tune": {"faults": 1},
       "sweep": {"workload.warranted": [0.5, 0.4], "draws": [
         {"label": "a", "set": {"voters.m.accuracy": 0.8}},
         {"label": "b", "set": {"voters.m.accuracy": 0.9, \(change)}}]}}
      """
    do {
      let file = try ScenarioFile(parsing: text)
      #expect(file.tuneCases.map(\.draws.count) == [2, 2])
      #expect(file.axesOfTuneCases.map(\.name) == ["workload.warranted"])
      return []
    } catch {
      return error.problems.map { "\($0.path): \($0.message)" }
    }
  }

  @Test(arguments: [
    #""voters.m.abstain": 0.1"#, #""voters.m.correlation": 0.3"#, #""network.loss": 0.1"#,
    #""voters.m.latency": 2"#,
  ])
  func whatMayDiffer(change: String) {
    #expect(problems(change) == [])
  }

  @Test(arguments: [
    (#""config.quorum_fraction": 0.7"#, "another configuration or other safeguards"),
    (#""safeguards.ties": "reject""#, "another configuration or other safeguards"),
    (#""workload.deadline": 9"#, "another workload"), (#""mode": "replicated""#, "another mode"),
    (#""costs.false_approval": 3"#, "other costs"), (#""tune.faults": 2"#, "another request"),
    (#""voters.m.weight": 2"#, "other roles, numbers or weights of voters"),
    (#""voters.m.count": 5"#, "other roles, numbers or weights of voters"),
  ])
  func whatMayNot(change: String, what: String) {
    #expect(
      problems(change) == [
        "sweep.draws[1]: \"b\" has \(what) than the first draw; draws are tuned together, and may "
          + "change only how voters see, abstain and take time, and the network"
      ])
  }
}
