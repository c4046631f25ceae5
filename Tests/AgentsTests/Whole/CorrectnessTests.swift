import Experiments
import JSON
import Metrics
import TestSupport
import Testing

/// In the plain central case the rates are sums of binomials.
struct CorrectnessTests {
  static let electorates = [3, 4, 5, 7, 10].flatMap { voters in
    (0...min(3, voters - 1)).map { (voters: voters, opposers: $0) }
  }

  @Test(arguments: electorates)
  func ratesAreBinomialSums(voters: Int, opposers: Int) throws {
    for accuracy in [0.6, 0.9] {
      for abstention in [0, 0.2] {
        for quorum in [0.5, 0.75] {
          for threshold in [0.5, 2.0 / 3] {
            try expectExactRates(
              ExactRates(
                voters: voters, opposers: opposers, accuracy: accuracy, abstention: abstention,
                quorumFraction: quorum, threshold: threshold))
          }
        }
      }
    }
  }

  @Test func criticalActionsNeedTheSupermajority() throws {
    let exact = ExactRates(
      voters: 6, opposers: 1, accuracy: 0.8, abstention: 0.1, quorumFraction: 0.5,
      threshold: 2.0 / 3)
    try expectExactRates(exact, action: "terminate")
  }

  private func expectExactRates(_ exact: ExactRates, action: String? = nil) throws {
    let config: JSONObject =
      action == nil
      ? ["majority_threshold": JSONValue(exact.threshold)]
      : ["supermajority_threshold": JSONValue(exact.threshold)]
    var fields = config
    fields["quorum_fraction"] = JSONValue(exact.quorumFraction)
    let scenario = try cell(
      [
        honest(
          exact.voters - exact.opposers, "honest",
          [
            "accuracy": JSONValue(exact.accuracy), "abstain": JSONValue(exact.abstention),
            "latency": 0,
          ]), traitor("oppose", exact.opposers),
      ], config: .object(fields),
      workload: [
        "proposals": 50, "warranted": 0.5,
        "actions": .object(JSONObject([(key: action ?? "quarantine", value: 1)])),
      ], seed: 12)
    var trials = Trials(scenario)
    let outcomes = trials.run(1...Effort.count(40, inDebug: 1)).outcomes
    expect(outcomes.warranted, exact.endings(warranted: true), "\(exact)")
    expect(outcomes.unwarranted, exact.endings(warranted: false), "\(exact)")
  }

  private func expect(_ row: OutcomeCounts.Row, _ exact: ExactRates.Endings, _ name: String) {
    #expect(abs(exact.approved + exact.rejected + exact.undecided - 1) < 1e-12)
    let pairs = [
      (row.approved, exact.approved), (row.rejected, exact.rejected),
      (row.undecided, exact.undecided),
    ]
    for (events, probability) in pairs {
      let mean = Double(row.total) * probability
      let error = (mean * max(0, 1 - probability)).squareRoot()
      // Events are whole: where none is expected, a single one is no surprise.
      let isPossible = probability > 0 || events == 0
      #expect(
        isPossible && abs(Double(events) - mean) <= max(4 * error, 1),
        "\(events) of \(row.total), expected a rate of \(probability) in \(name)")
    }
  }
}
