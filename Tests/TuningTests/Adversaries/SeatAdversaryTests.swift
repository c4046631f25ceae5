import Agents
import Scenarios
import Testing

@testable import Tuning

/// Who takes the seats, and what they are called.
struct SeatAdversaryTests {
  private func adversaries(_ text: String) throws -> [SeatAdversary] {
    try TuneStudyTests.plan(
      TuneStudyTests.four(
        ", \"tune\": {\"search\": {\"ties\": \"all\"}, \"adversaries\": \(text)}")
    ).adversaries
  }

  @Test func standardOnesAreStrategiesPlansAndTheCrashed() throws {
    let found = try adversaries(#""standard""#)
    let vocabulary = Vocabulary.standard
    let scripted = vocabulary.strategies.filter { $0.traits.takes(.script) }
    #expect(scripted.count == 1)
    // A plan has the name of a strategy.
    let plans = vocabulary.plans.map { $0.name == "oppose" ? "colluding_oppose" : $0.name }
    #expect(plans.contains("colluding_oppose"))
    #expect(
      found.map(\.name)
        == vocabulary.strategies.map(\.name).filter { $0 != scripted[0].name } + plans
        + ["crashed", "peace"])
    #expect(found.dropLast().allSatisfy { $0.kind == .voters })
    #expect(found.last?.kind == .peace)
  }

  /// What an adversary is called tells it from all others, and from peace.
  @Test func namesDiffer() throws {
    let found = try adversaries(
      """
      [{"name": "peace", "role": "byzantine", "strategy": "oppose"},
       {"name": "causal", "role": "absent"}, "causal", "worst"]
      """)
    #expect(
      found.map(\.name) == ["byzantine_peace", "causal", "byzantine_causal", "worst", "peace"])
    #expect(found.map(\.kind) == [.voters, .voters, .causal, .worst, .peace])
  }

  /// The traitor of the scenario is honest in peace, and has the seat otherwise.
  @Test func seatsAreTakenButInPeace() throws {
    let found = try adversaries(#"[{"name": "gone", "role": "absent"}]"#)
    let roles = found.map { $0.scenario.groups.map(\.role.kind.rawValue) }
    #expect(roles == [["honest", "absent"], ["honest", "honest"]])
  }
}
