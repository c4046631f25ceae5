import Exactness
import Metrics
import Scenarios
import Testing

/// When votes arrive, where that is a simple formula.
struct ArrivalTimesTests {
  /// Votes that take from 0 to 1 s and then 0.05 s, and of which a fifth is lost, are spread evenly over
  /// the time up to the deadline: of *m* that arrive in time, the k-th comes at *k* ÷ (*m* + 1) of it.
  @Test(arguments: 1...4)
  func evenVotesArriveAtEvenTimes(number: Int) throws {
    let file = try ScenarioFile(
      parsing: """
        {"name": "even", "config": {"quorum_fraction": \(Double(number) / 4)},
         "voters": [{"name": "h", "role": "honest", "count": 4,
                     "latency": {"uniform": {"from": 0, "to": 1}}}],
         "network": {"latency": 0.05, "loss": 0.2},
         "workload": {"deadline": 0.8, "tally": "quorum"}}
        """)
    let latency = try #require(ExactAnalysis(file.cells[0].scenario).value(of: .latencyMean))
    // Each arrives in time with probability 0.75 × 0.8 = 0.6.
    let chances = [0.0256, 0.1536, 0.3456, 0.3456, 0.1296]
    var (time, all) = (0.0, 0.0)
    for arriving in number...4 {
      time += chances[arriving] * (0.05 + 0.75 * Double(number) / Double(arriving + 1))
      all += chances[arriving]
    }
    #expect((latency - time / all).magnitude < 1e-9, "\(latency) differs from \(time / all)")
  }
}
