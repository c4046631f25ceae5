import Experiments
import Metrics
import Scenarios
import TestSupport
import Testing

@testable import Tuning

/// How many seats there may be, against tuning the scenario with another number from scratch.
struct SeatStabilityTests {
  private func found(_ text: String) async throws -> (TuneStudy, chosen: Int, SeatStability?) {
    let plan = try TuneStudyTests.plan(text)
    let study = try await TuneStudyTests.study(plan)
    let chosen = try #require(study.outcome.place)
    let stability = try #require(
      await plan.stability(
        of: chosen, in: study, workers: Workers(threads: 2, interruption: Interruption())))
    return (study, chosen, stability.faults)
  }

  /// The harm of each configuration at worst; in peace, which is that without seats.
  private func harms(_ text: String, isPeace: Bool) async throws -> [Double] {
    let study = try await TuneStudyTests.study(try TuneStudyTests.plan(text))
    return study.configurations.map {
      (isPeace ? $0.peace[study.plan.harm] : $0.worst[study.plan.harm].value).value ?? -1
    }
  }

  /// The range against the harm with each number of seats.
  private func check(
    _ present: Int, in numbers: ClosedRange<Int>, _ text: (Int) -> String
  ) async throws -> SeatStability {
    let (study, chosen, stability) = try await found(text(present))
    let range = try #require(stability)
    #expect(numbers ~= range.fewest && numbers ~= range.most)
    #expect(range.fewest...range.most ~= present)
    for number in max(
      numbers.lowerBound, range.fewest - 1)...min(numbers.upperBound, range.most + 1)
    {
      let harms = try await harms(text(max(1, number)), isPeace: number == 0)
      let rivals = study.plan.rivals(of: chosen, in: study)
      let better = rivals.filter { harms[chosen].isClearlyAbove(harms[$0]) }
      let least = better.map { harms[$0] }.min() ?? 0
      if range.fewest...range.most ~= number {
        #expect(better.isEmpty, "\(number)")
      } else {
        let end = number < present ? range.below : range.above
        guard case .better(let named) = end else {
          Issue.record("\(end) at \(number)")
          continue
        }
        #expect(better.contains(named))
        #expect(!harms[named].isClearlyAbove(least), "\(named) is the best at \(number)")
      }
    }
    if range.fewest == numbers.lowerBound { #expect(range.below == .none) }
    if range.most == numbers.upperBound { #expect(range.above == .none) }
    return range
  }

  private static let adversaries = """
    [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
     {"name": "coin", "role": "colluding", "plan": "lockstep", "camouflage": 0.3},
     {"name": "gone", "role": "absent"}]
    """

  @Test(arguments: [1, 2, 3])
  func seatsAsFaultsAreTheMostAccurateVoters(faults: Int) async throws {
    let range = try await check(faults, in: 0...4) { faults in
      """
      {"name": "five", "voters": [
        {"name": "m", "role": "honest", "count": 2, "accuracy": 0.9, "abstain": 0.05},
        {"name": "n", "role": "honest", "count": 3, "accuracy": 0.8}],
       "workload": {"proposals": 5}, "tune": {"faults": \(faults), "adversaries": \(Self.adversaries),
         "search": {"quorum_fraction": [0.3, 0.6, 0.9], "majority_threshold": "all"}}}
      """
    }
    #expect(range.most >= faults)
  }

  /// With fewer, the last traitor is honest; with more, the best honest voter is a traitor.
  @Test func namedSeatsGoAndCome() async throws {
    let voters = [
      1: """
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1, "accuracy": 0.7},
      {"name": "u", "role": "honest", "count": 1, "accuracy": 0.7}
      """
    ]
    let traitors = """
      {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 2, "accuracy": 0.7}
      """
    let seats = [3: #""m": 1, "t": 2"#, 4: #""m": 2, "t": 2"#]
    _ = try await check(2, in: 0...4) { number in
      """
      {"name": "six", "voters": [
        {"name": "m", "role": "honest", "count": 2, "accuracy": 0.95},
        {"name": "n", "role": "honest", "count": 2, "accuracy": 0.8},
        \(voters[number] ?? traitors)],
       "workload": {"proposals": 5},
       "tune": {\(seats[number].map { "\"seats\": {\($0)}, " } ?? "")
         "adversaries": \(Self.adversaries),
         "search": {"quorum_fraction": [0.3, 0.6, 0.9], "majority_threshold": "all"}}}
      """
    }
  }

  /// With two liars among six, five needed approvals are better than four, and six are the best.
  ///
  /// A false approval costs 20. With one liar the harm is 0.126, 0.209 and 0.500; with two it is
  /// 0.695, 0.537 and 0.501; without any 0.021, 0.058 and 0.234.
  @Test func theBestIsNamed() async throws {
    let (study, chosen, range) = try await found(
      """
      {"name": "six", "voters": [{"name": "m", "role": "honest", "count": 6, "accuracy": 0.9}],
       "config": {"majority_threshold": 0.6}, "workload": {"proposals": 5},
       "costs": {"false_approval": 20},
       "tune": {"faults": 1, "search": {"majority_threshold": [0.6, 0.7, 0.9]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    #expect(study.configurations.count == 3)
    #expect(chosen == 0)
    #expect(range == SeatStability(fewest: 0, below: .none, most: 1, above: .better(2)))
  }

  /// No rival: the scenario may have any number.
  @Test func aloneNothingIsBetter() async throws {
    let (_, _, range) = try await found(
      TuneStudyTests.four(
        #", "tune": {"search": {"audit": "all"}, "adversaries": [{"name": "gone", "role": "absent"}]}"#
      ))
    #expect(range == SeatStability(fewest: 0, below: .none, most: 3, above: .none))
  }

  /// A value that only trials tell leaves open what is better.
  @Test func whatNobodyKnowsIsUnknown() async throws {
    let (_, _, range) = try await found(
      TuneStudyTests.four(
        """
        , "tune": {"max_trials": 0, "search": {"ties": "all"}, "adversaries": [
          {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
        """))
    #expect(range == nil)
  }
}
