import Testing

@testable import Tuning

/// Which configurations might be chosen instead of one.
struct StabilityTests {
  /// The second configuration leaves too little right, if that is known.
  @Test func whatBreaksALimitIsNoRival() async throws {
    var plan = try TrialOutlookTests.measured(trials: 0, limit: 0.75)
    let doubtful = try await TuneStudyTests.study(plan)
    #expect(doubtful.configurations.map(\.feasible) == [.undecided, .undecided])
    #expect(plan.rivals(of: 0, in: doubtful) == [1])
    #expect(plan.rivals(of: 1, in: doubtful) == [0])
    plan.knowsWithoutTrials = true
    let known = try await TuneStudyTests.study(plan)
    #expect(known.configurations.map(\.feasible) == [.yes, .no])
    #expect(plan.rivals(of: 0, in: known) == [])
    #expect(plan.rivals(of: 1, in: known) == [0])
  }
}
