import Agents
import Consensus
import Experiments
import JSON
import Scenarios
import Simulation
import Testing

/// What strategies and plans state that they do is what they are seen to do, no less and no more.
struct CapabilityTests {
  @Test(arguments: Conduct.all) func deedsAreThoseSeen(conduct: Conduct) throws {
    var seen: Set<BehaviourTraits.Capability> = []
    var calls: [Call] = []
    for warranted in [0, 1] as [JSONValue] {
      let scenario = try cell(
        [
          honest(1, "first", ["latency": 1]), honest(1, "second", ["latency": 2]),
          honest(1, "third", ["latency": 3]), conduct.voters,
        ], workload: ["proposals": 3, "warranted": warranted])
      for trial in 1...4 {
        let transcript = Transcript(scenario, trial: trial)
        seen.formUnion(Self.capabilities(in: transcript, of: scenario))
        calls += Self.calls(in: transcript)
      }
    }
    if let capability = Self.capability(of: calls) { seen.insert(capability) }
    #expect(seen == Set(conduct.traits.capabilities))
  }

  /// Whoever waits for the last word of all others, waits; whoever sees single votes or all of them
  /// has waited for them.
  @Test(arguments: Conduct.all) func whoeverLooksAtVotesWaits(conduct: Conduct) {
    let traits = conduct.traits
    if case .lastMove = traits.forecast {
      #expect(traits.does(.waitsForLastMoment))
      #expect(traits.observes(.votesCast) || traits.observes(.singleVotes))
    }
    if traits.observes(.votesCast) || traits.observes(.singleVotes) {
      #expect(traits.does(.waitsForLastMoment))
    }
  }

  /// A tally that a member of the group called.
  private struct Call {
    let isAtOpening: Bool
    let isWrong: Bool
  }

  private static func calls(in transcript: Transcript) -> [Call] {
    let openings = transcript.entries.compactMap { entry in
      if case .opened = entry.occurrence { entry.time } else { nil }
    }
    return transcript.entries.filter { $0.actor.hasPrefix(Conduct.group) }.compactMap {
      entry -> Call? in
      guard case .tally(let outcome, let isRight) = entry.occurrence else { return nil }
      return Call(
        isAtOpening: openings.contains(entry.time),
        isWrong: isRight == false && outcome != .noQuorum)
    }
  }

  /// When tallies are called, from those that were.
  private static func capability(of calls: [Call]) -> BehaviourTraits.Capability? {
    if calls.isEmpty { return nil }
    if calls.allSatisfy(\.isWrong) { return .callsTallyWhenWrong }
    return calls.allSatisfy(\.isAtOpening) ? .callsTallyAtOpening : .callsTallyAtWill
  }

  /// What else the members of the group did in a trial.
  private static func capabilities(
    in transcript: Transcript, of scenario: Scenario
  ) -> [BehaviourTraits.Capability] {
    let entries = transcript.entries
    let openings = entries.filter { if case .opened = $0.occurrence { true } else { false } }
    return scenario.voterIDs.filter { $0.hasPrefix(Conduct.group) }.flatMap { voter in
      let own = entries.filter { $0.actor == voter }
      let votes = own.filter { if case .vote(_, nil, _) = $0.occurrence { true } else { false } }
      func times(_ proposal: Int) -> [VirtualTime] {
        votes.filter { $0.proposal == proposal }.map(\.time)
      }
      func lastMoment(_ proposal: Int) -> VirtualTime {
        openings[proposal - 1].time.delayed(by: scenario.workload.deadline - Nanoseconds(1))
      }
      let proposals = 1...openings.count
      return BehaviourTraits.Capability.allCases.filter { capability in
        switch capability {
        case .callsTallyAtOpening, .callsTallyWhenWrong, .callsTallyAtWill: false
        case .waitsForLastMoment:
          proposals.allSatisfy { number in
            !times(number).isEmpty && times(number).allSatisfy { $0 == lastMoment(number) }
          }
        case .changesVote: proposals.contains { Set(times($0)).count > 1 }
        case .votesTwice: proposals.contains { Set(times($0)).count < times($0).count }
        case .forgesVotes:
          own.contains { if case .vote(_, _?, _) = $0.occurrence { true } else { false } }
        case .opensProposals:
          openings.contains { opening in
            opening.actor == voter
              && openings.contains { $0.actor != voter && $0.time == opening.time }
          }
        }
      }
    }
  }
}
