import Consensus
import Exactness
import Experiments
import Guarantees
import Metrics
import Scenarios
import Testing

/// What a study of a scenario knows besides the certificate.
struct CertificateStudyTests {
  private func scenario(_ safeguards: String = "{}", honest: String = "", liars: String = "")
    throws -> Scenario
  {
    try ScenarioFile(
      parsing: """
        {"name": "seven", "electorate": 7, "voters": [
          {"name": "honest", "role": "honest", "count": "rest", "accuracy": 0.95\(honest)}\(liars)],
         "safeguards": \(safeguards)}
        """
    ).cells[0].scenario
  }

  private static let liars = """
    , {"name": "liar", "role": "byzantine", "count": 2, "strategy": "oppose", "accuracy": 0.9}
    """

  // MARK: What repairs cost

  @Test func repairsArePricedUnderAttackAndInPeace() throws {
    let attacked = try scenario(liars: Self.liars)
    let study = CertificateStudy(attacked, timing: .asynchronous)
    let repairs = try #require(study.analysis.whole.repairs)
    #expect(repairs.map(\.key) == ["tally", "rule"])
    let price = try #require(study.prices.first)
    #expect(study.prices.count == 1 && price.repairs == repairs)

    let repaired = #"{"tally": "decisive", "rule": "certificate"}"#
    let honest = #", {"name": "liar", "role": "honest", "count": 2, "accuracy": 0.9}"#
    for (rates, liars) in [(price.attacked, Self.liars), (price.peace, honest)] {
      let before = ExactAnalysis(try scenario(liars: liars))
      let after = ExactAnalysis(try scenario(repaired, liars: liars))
      let rates = try #require(rates)
      #expect(rates.obstacles.isEmpty && rates.rates.map(\.metric) == Metric.exact)
      for rate in rates.rates {
        #expect(rate.before == before.value(of: rate.metric))
        #expect(rate.after == after.value(of: rate.metric))
      }
      let harm = try #require(rates.rates.first { $0.metric == .expectedHarm })
      #expect(try #require(harm.before) < #require(harm.after))
    }
  }

  @Test func withoutFaultyVotersThereIsOnlyPeace() throws {
    let study = CertificateStudy(try scenario(), timing: .asynchronous)
    #expect(study.prices.count == 1)
    #expect(study.prices.allSatisfy { $0.attacked == nil })
  }

  /// The simulator opens a decisive proposal with an expiry, which is no concern of others.
  @Test func whatIsNotExactlyKnownIsSaid() throws {
    let flood = """
      , {"name": "liar", "role": "byzantine", "count": 2, "strategy": "flood", "rate": 0.5}
      """
    let study = CertificateStudy(
      try scenario(honest: #", "latency": {"uniform": {"from": 0, "to": 2}}"#, liars: flood),
      timing: .asynchronous)
    let attacked = try #require(study.prices.first?.attacked)
    #expect(!attacked.obstacles.isEmpty)
    #expect(attacked.rates.allSatisfy { $0.before == nil })
    #expect(study.prices.first?.peace.obstacles == [])
  }

  @Test func withoutGapsNothingIsPriced() throws {
    let safe = #"{"tally": "decisive", "rule": "certificate"}"#
    let study = CertificateStudy(try scenario(safe, liars: Self.liars), timing: .asynchronous)
    #expect(study.analysis.certificate.gaps.isEmpty && study.prices.isEmpty)
  }

  // MARK: Outcomes

  @Test func brokenPremisesMakeItInconclusive() throws {
    let safe = #"{"tally": "decisive", "rule": "certificate"}"#
    let study = CertificateStudy(try scenario(safe, liars: Self.liars), timing: .asynchronous)
    #expect(study.outcome(faults: 2, isAssuming: false) == .inconclusive)
    #expect(study.outcome(faults: 2, isAssuming: true) == .pass)
    #expect(study.outcome(faults: 3, isAssuming: true) == .fail)
    let question = CertificateStudy(study.analysis.certificate.question)
    #expect(question.outcome(faults: 2, isAssuming: false) == .pass)
  }

  /// Nobody can call the tally of a replica, so nobody can end a proposal early.
  @Test func replicasTakeNoTallyOfOthers() throws {
    let text = """
      {"name": "seven", "mode": "replicated",
       "voters": [{"name": "honest", "role": "honest", "count": 7}]}
      """
    let scenario = try ScenarioFile(parsing: text).cells[0].scenario
    for timing in Timing.allCases {
      let certificate = CertificateStudy(scenario, timing: timing).analysis.certificate
      let decision = certificate.answers.filter { $0.guarantee == .decision }
      #expect(decision.map(\.tolerated) == [3, 3])
    }
  }
}
