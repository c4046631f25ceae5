import Statistics
import TestSupport
import Testing

@Suite struct ClusteredRateTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("intervals.txt", of: "rate") {
      var rate = ClusteredRate()
      for (events, proposals) in try pairs(fields[0]) { rate.add(events: events, of: proposals) }
      let numbers = try Fixture.numbers(fields.dropFirst())
      let estimate = try #require(rate.estimate())
      #expect(relativeError(estimate.value, numbers[1]) < 1e-14)
      #expect(relativeError(estimate.low, numbers[2]) < 1e-9, "\(fields[0])")
      #expect(relativeError(estimate.high, numbers[3]) < 1e-9, "\(fields[0])")
    }
  }

  @Test func nothingIsKnownWithoutAProposal() {
    var rate = ClusteredRate()
    #expect(rate.estimate() == nil)
    rate.add(events: 0, of: 0)
    #expect(rate.estimate() == nil)
    #expect(rate.sums.clusters == 1)
  }

  @Test func withoutAnEventEachTrialCountsOnce() throws {
    var rate = ClusteredRate()
    for _ in 0..<10 { rate.add(events: 0, of: 50) }
    for _ in 0..<90 { rate.add(events: 0, of: 0) }
    #expect(rate.estimate() == .clopperPearson(events: 0, trials: 10))
    #expect(rate.designEffect == nil)
  }

  @Test func withNothingButEventsEachTrialCountsOnce() throws {
    var rate = ClusteredRate()
    for _ in 0..<10 { rate.add(events: 3, of: 3) }
    #expect(rate.estimate() == .clopperPearson(events: 10, trials: 10))
  }

  @Test func aSingleTrialCountsOnce() throws {
    var rate = ClusteredRate()
    rate.add(events: 10, of: 40)
    #expect(rate.estimate() == .clopperPearson(events: 0.25, trials: 1))
  }

  @Test func trialsOfOneProposalAreIndependent() throws {
    var rate = ClusteredRate()
    for index in 0..<1_000 { rate.add(events: index % 10 == 0 ? 1 : 0, of: 1) }
    let effect = try #require(rate.designEffect)
    #expect(relativeError(effect, 1_000.0 / 999) < 1e-14)
    let estimate = try #require(rate.estimate())
    let expected = try #require(
      Estimate.clopperPearson(events: 100 / effect, trials: 1_000 / effect))
    #expect(relativeError(estimate.high, expected.high) < 1e-13)
  }

  @Test func trialsThatAgreeWithinThemselvesCountOnce() throws {
    var rate = ClusteredRate()
    for index in 0..<100 { rate.add(events: index < 30 ? 20 : 0, of: 20) }
    #expect(relativeError(try #require(rate.designEffect), 20 * 100.0 / 99) < 1e-14)
  }

  @Test func trialsMoreAlikeThanChanceGainNothing() throws {
    var rate = ClusteredRate()
    for _ in 0..<100 { rate.add(events: 5, of: 10) }
    #expect(rate.designEffect == 0)
    #expect(rate.estimate() == .clopperPearson(events: 500, trials: 1_000))
  }

  @Test func mergesInAnyOrder() {
    var generator = SplitMix64(seed: 7)
    let trials = (0..<200).map { _ in
      let proposals = Int.random(in: 0...50, using: &generator)
      return (Int.random(in: 0...proposals, using: &generator), proposals)
    }
    var whole = ClusteredRate()
    for (events, proposals) in trials { whole.add(events: events, of: proposals) }
    var parts = [ClusteredRate](repeating: ClusteredRate(), count: 7)
    for (index, trial) in trials.enumerated() {
      parts[index % 7].add(events: trial.0, of: trial.1)
    }
    var merged = ClusteredRate()
    for part in parts.shuffled(using: &generator) { merged.merge(part) }
    #expect(merged == whole)
  }

  /// Twice the trials, twice the evidence, whatever the size of the sums.
  @Test(arguments: [1, 2, 4])
  func theDesignEffectDoesNotDependOnScale(size: Int) throws {
    var rate = ClusteredRate()
    for (events, proposals) in [(1, 3), (0, 2), (5, 7)] {
      rate.add(events: events * size, of: proposals * size)
    }
    func clusterVariance() throws -> Double {
      let clusters = Double(rate.sums.clusters)
      return try #require(rate.designEffect) * (clusters - 1) / clusters
    }
    let variance = try clusterVariance()
    for _ in 0..<55 {
      let copy = rate
      rate.merge(copy)
      #expect(relativeError(try clusterVariance(), variance) < 1e-15)
    }
  }

  /// 10^9 trials of 10^4 proposals, a few of them different from the rest: the parts of the
  /// variance agree in their first 25 digits.
  @Test func hugeSumsNeitherOverflowNorCancel() throws {
    var block = ClusteredRate()
    block.add(events: 5_000, of: 10_000)
    for _ in 0..<30 {
      let copy = block
      block.merge(copy)
    }
    #expect(block.sums.clusters == 1 << 30)
    block.add(events: 5_001, of: 10_000)
    block.add(events: 4_999, of: 10_000)
    // Two deviations of 1 in 10^4 from one half, over a variance of 10^4 ÷ 4 a trial.
    let clusters = Double(block.sums.clusters)
    let expected = 2 / (clusters - 1) / 2_500
    #expect(relativeError(try #require(block.designEffect), expected) < 1e-14)
    #expect(
      block.estimate() == .clopperPearson(events: 5_000 * clusters, trials: 10_000 * clusters))
  }
}

/// The pairs in text such as `1/2,0/3`.
func pairs(_ text: String) throws -> [(Int, Int)] {
  try text.split(separator: ",").map { pair in
    let numbers = try pair.split(separator: "/").map { try #require(Int($0)) }
    return (numbers[0], numbers[1])
  }
}
