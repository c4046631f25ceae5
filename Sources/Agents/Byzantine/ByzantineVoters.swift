import Consensus
import Simulation

/// A group of faulty voters, each with its own decisions.
struct ByzantineVoters: GroupBehaviour {
  private let group: Electorate.Group
  private let behaviour: any StrategyBehaviour
  private let rate: Probability
  private let perception: Perception
  /// Only strategies that look at each vote watch.
  let watchesBallotBox: Bool

  /// The byzantine voters of a group.
  ///
  /// - Parameter rate: how likely a voter misbehaves on a proposal; otherwise it votes as an honest
  ///   voter does.
  init(
    _ group: Electorate.Group, behaviour: any StrategyBehaviour, rate: Probability,
    perception: Perception
  ) {
    self.group = group
    self.behaviour = behaviour
    self.rate = rate
    self.perception = perception
    watchesBallotBox = type(of: behaviour).traits.observes(.eachVote)
  }

  /// Each misbehaves or votes as an honest voter would.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    for voter in group.members {
      if misbehaves(voter, on: proposal, in: world) {
        let voter = FaultyVoter(number: voter, group: group)
        behaviour.proposalOpened(proposal, to: voter, in: &world)
      } else {
        world.castHonestly(by: voter, of: group, seeing: perception, on: proposal)
      }
    }
  }

  /// Only those who misbehave have asked to be woken.
  func wake(_ voter: Int, for proposal: Int, in world: inout World) {
    behaviour.wake(FaultyVoter(number: voter, group: group), for: proposal, in: &world)
  }

  /// Those who misbehave on the proposal look at it.
  func voteAccepted(of other: Int, on proposal: Int, in world: inout World) {
    for voter in group.members where misbehaves(voter, on: proposal, in: world) {
      behaviour.voteAccepted(
        of: other, on: proposal, seenBy: FaultyVoter(number: voter, group: group), in: &world)
    }
  }

  private func misbehaves(_ voter: Int, on proposal: Int, in world: borrowing World) -> Bool {
    rate == .always || rate.occurs(at: world.draws(.behaviour, of: voter, on: proposal).word0)
  }
}

/// A voter who misbehaves.
public struct FaultyVoter: Sendable {
  /// Its number.
  public let number: Int
  /// Its group.
  public let group: Electorate.Group
}

extension World {
  /// Casts a vote as a faulty voter: at once, unless its group was given a latency.
  public mutating func cast(
    _ value: VoteValue, by voter: FaultyVoter, inNameOf name: Int? = nil, on proposal: Int,
    into box: Int? = nil, number: Int = 0
  ) {
    cast(
      value, by: voter.number, of: voter.group, inNameOf: name, on: proposal, into: box,
      number: number)
  }
}
