import Experiments
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// How far accuracies and correlations may move, against tuning the changed scenario from scratch.
struct ShiftSearchTests {
  /// A scenario in which accuracies and correlations are given numbers more than they are.
  struct Shifted: Sendable, CustomTestStringConvertible {
    let name: String
    let text: @Sendable (_ accuracy: Double, _ correlation: Double) -> String

    var testDescription: String { name }

    static let liars = """
      [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
       {"name": "mover", "role": "byzantine", "strategy": "last_mover"},
       {"name": "coin", "role": "colluding", "plan": "lockstep", "camouflage": 0.3, "accuracy": 0.7},
       {"name": "gone", "role": "absent"}]
      """

    static let all = [
      Shifted(name: "one group") { accuracy, correlation in
        """
        {"name": "one", "voters": [{"name": "m", "role": "honest", "count": 4, "abstain": 0.05,
          "accuracy": \(0.9 + accuracy), "correlation": \(correlation)}],
         "workload": {"proposals": 5, "actions": {"quarantine": 1, "terminate": 1}},
         "costs": {"false_approval": {"terminate": 5, "*": 1}},
         "tune": {"faults": 1, "adversaries": \(liars), "search": {"quorum_fraction": "all",
           "majority_threshold": "all", "supermajority_threshold": [0.6, 0.8]}}}
        """
      },
      Shifted(name: "two groups, some of them correlated") { accuracy, correlation in
        """
        {"name": "two", "voters": [
          {"name": "m", "role": "honest", "count": 2, "abstain": 0.02,
           "accuracy": {"warranted": \(0.85 + accuracy), "unwarranted": \(0.92 + accuracy)},
           "correlation": \(0.4 + correlation)},
          {"name": "n", "role": "honest", "count": 2, "weight": 1.5, "accuracy": \(0.8 + accuracy),
           "correlation": \(0.1 + correlation)},
          {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
         "workload": {"proposals": 5, "warranted": 0.4},
         "tune": {"adversaries": \(liars), "constraints": [
             {"metric": "quorum_failure_rate", "at_most": 0.2}],
           "search": {"quorum_fraction": "all", "majority_threshold": "all", "ties": "all"}}}
        """
      },
      Shifted(name: "an honest adversary, who stays as it is") { accuracy, correlation in
        """
        {"name": "careless", "voters": [
          {"name": "m", "role": "honest", "count": 5, "accuracy": \(0.75 + accuracy),
           "correlation": \(0.2 + correlation)}],
         "workload": {"proposals": 5},
         "tune": {"faults": 2, "adversaries": [
             {"name": "careless", "role": "honest", "accuracy": 0.5, "abstain": 0.3}],
           "search": {"quorum_fraction": "all", "majority_threshold": "all"}}}
        """
      },
      Shifted(name: "nobody errs") { accuracy, correlation in
        """
        {"name": "perfect", "voters": [
          {"name": "m", "role": "honest", "count": 4, "accuracy": \(1 + accuracy),
           "correlation": \(correlation)}],
         "workload": {"proposals": 5}, "costs": {"false_approval": 3},
         "tune": {"faults": 1, "adversaries": \(liars),
           "search": {"quorum_fraction": "all", "majority_threshold": "all"}}}
        """
      },
    ]
  }

  /// The harm at worst of all configurations of a scenario with other voters.
  private func harms(_ text: String) async throws -> [Double] {
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    return try study.configurations.map {
      try #require($0.worst[study.plan.harm].value.value, "all is exact")
    }
  }

  @Test(arguments: Effort.some(of: Shifted.all, inDebugEvery: 2))
  func nothingIsBetterInside(_ shifted: Shifted) async throws {
    let plan = try TuneStudyTests.plan(shifted.text(0, 0))
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    let workers = Workers(threads: 2, interruption: Interruption())
    let stability = try #require(await plan.stability(of: chosen, in: study, workers: workers))
    let rivals = plan.rivals(of: chosen, in: study)
    for quality in [HonestQuality.accuracy, .correlation] {
      let range = try #require(
        quality == .accuracy ? stability.accuracy : stability.correlation, "\(quality)")
      func harms(_ shift: Double) async throws -> [Double] {
        try await self.harms(
          quality == .accuracy ? shifted.text(shift, 0) : shifted.text(0, shift))
      }
      func isInside(_ shift: Double) -> Bool {
        quality.values(in: plan.scenario).allSatisfy { 0...1 ~= $0 + shift }
      }
      #expect(range.least <= 0 && range.greatest >= 0)
      let steps = Effort.count(24, inDebug: 6)
      for step in 0...steps {
        let shift = range.least + (range.greatest - range.least) * Double(step) / Double(steps)
        // The last digit may leave what there can be.
        guard isInside(shift) else { continue }
        let found = try await harms(shift)
        let least = rivals.map { found[$0] }.min() ?? 1
        #expect(found[chosen] <= least * (1 + 1e-8), "\(quality) \(shift)")
      }
      let ends = [
        (range.least, -1e-6, range.betterBelow), (range.greatest, 1e-6, range.betterAbove),
      ]
      for (end, more, better) in ends {
        let beyond = end + more
        if let better {
          #expect(rivals.contains(better))
          let found = try await harms(beyond)
          #expect(found[better] < found[chosen], "\(quality) \(beyond)")
        } else {
          #expect(!isInside(beyond), "\(quality) ends at \(end) for no reason")
        }
      }
    }
  }

  /// Where nearly nobody errs, harms are too small to be seen beside those of other accuracies.
  ///
  /// With errors of a probability of e, 6 approvals of 9 cost about 56 e³ for false rejections, and 5
  /// about 70 e⁴ for false approvals, which are a million times as bad. So they change places close
  /// to an e of 8 · 10⁻⁷, where the harm is a hundred-billionth of what it is now.
  @Test func smallHarmsAreToldApart() async throws {
    func text(_ accuracy: Double) -> String {
      """
      {"name": "nine", "voters": [
        {"name": "m", "role": "honest", "count": 9, "accuracy": \(accuracy)}],
       "workload": {"proposals": 5}, "costs": {"false_approval": 1000000},
       "tune": {"faults": 1, "search": {"majority_threshold": [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """
    }
    let plan = try TuneStudyTests.plan(text(0.995))
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    let rivals = plan.rivals(of: chosen, in: study)
    let stability = await plan.stability(
      of: chosen, in: study, workers: Workers(threads: 2, interruption: Interruption()))
    let greatest = try #require(stability?.accuracy?.greatest)
    let better = try #require(stability?.accuracy?.betterAbove)
    let error = 0.005 - greatest
    #expect((7.5e-7..<8.5e-7).contains(error))
    for halving in Effort.some(of: Array(0...13), inDebugEvery: 4) {
      let found = try await harms(text(1 - error - greatest / Double(1 << halving)))
      let least = rivals.map { found[$0] }.min() ?? 1
      #expect(found[chosen] <= least * (1 + 1e-8), "\(halving) halvings")
    }
    let found = try await harms(text(1 - error * (1 - 1e-4)))
    #expect(found[better] < found[chosen])
    #expect(found[chosen] < 1e-16)
  }

  private func accuracy(_ text: String) async throws -> ShiftStability? {
    let plan = try TuneStudyTests.plan(text)
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    #expect(chosen == plan.own)
    let workers = Workers(threads: 1, interruption: Interruption())
    return await plan.stability(of: chosen, in: study, workers: workers)?.accuracy
  }

  /// Without a rival all may change until one of them always or never sees the truth.
  @Test func probabilitiesEndTheRange() async throws {
    let found = try await accuracy(
      """
      {"name": "four", "voters": [{"name": "m", "role": "honest", "count": 4,
         "accuracy": {"warranted": 0.9, "unwarranted": 0.8}}],
       "workload": {"proposals": 5}, "tune": {"faults": 1, "search": {"audit": "all"},
         "adversaries": [{"name": "gone", "role": "absent"}]}}
      """)
    #expect(
      found
        == ShiftStability(
          present: nil, least: -0.8, betterBelow: nil, greatest: 1 - 0.9, betterAbove: nil))
  }

  /// As long as nobody errs, either threshold does no harm.
  ///
  /// If each of three errs with a probability of e, a liar makes one half of approvals false with 3 e,
  /// but more than that with 3 e² only.
  @Test func whatIsAsGoodNowIsBetterAtOnce() async throws {
    let found = try await accuracy(
      """
      {"name": "four", "voters": [{"name": "m", "role": "honest", "count": 4, "accuracy": 1}],
       "workload": {"proposals": 5}, "costs": {"false_approval": 3},
       "tune": {"faults": 1, "search": {"majority_threshold": [0.5, 0.6]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    #expect(
      found
        == ShiftStability(present: 1, least: 0, betterBelow: 1, greatest: 0, betterAbove: nil))
  }

  /// The cases above have ends of all kinds.
  @Test func endsAreOfAllKinds() async throws {
    var kinds: Set<[Bool]> = []
    for shifted in Shifted.all {
      let plan = try TuneStudyTests.plan(shifted.text(0, 0))
      let study = try await TuneStudyTests.study(plan)
      let chosen = try #require(study.outcome.place)
      let stability = try #require(
        await plan.stability(
          of: chosen, in: study, workers: Workers(threads: 2, interruption: Interruption())))
      for range in [stability.accuracy, stability.correlation].compactMap(\.self) {
        kinds.insert([range.betterBelow == nil, range.betterAbove == nil])
      }
    }
    #expect(kinds.count >= 3)
  }

  @Test func isTheSameOnAnyNumberOfThreads() async throws {
    let plan = try TuneStudyTests.plan(Shifted.all[0].text(0, 0))
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    var found: [ShiftStability?] = []
    for threads in Effort.some(of: Array(1...4), inDebugEvery: 2) {
      let stability = await plan.stability(
        of: chosen, in: study, workers: Workers(threads: threads, interruption: Interruption()))
      found.append(stability?.accuracy)
    }
    #expect(found.allSatisfy { $0 != nil && $0 == found[0] })
  }

  @Test func anInterruptedSearchHasNoResult() async throws {
    let plan = try TuneStudyTests.plan(Shifted.all[0].text(0, 0))
    let study = try await TuneStudyTests.study(plan)
    let interruption = Interruption()
    interruption.raise()
    let workers = Workers(threads: 1, interruption: interruption)
    #expect(await plan.stability(of: 0, in: study, workers: workers) == nil)
    let search = ShiftSearch(.accuracy, plan, 0, study, workers)
    guard case .interrupted? = await search?.stability() else {
      Issue.record("it goes on")
      return
    }
  }

  /// The best adversary aims at one metric at a time, and trials tell no exact harm.
  @Test(arguments: [
    #", "tune": {"search": {"ties": "all"}, "adversaries": "worst"}"#,
    """
    , "tune": {"max_trials": 0, "search": {"ties": "all"}, "adversaries": [
      {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
    """,
  ])
  func isUnknownWithoutAnExactSum(_ request: String) async throws {
    let plan = try TuneStudyTests.plan(TuneStudyTests.four(request))
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    let stability = try #require(
      await plan.stability(
        of: chosen, in: study, workers: Workers(threads: 1, interruption: Interruption())))
    #expect(stability.accuracy == nil)
    #expect(stability.correlation == nil)
  }
}
