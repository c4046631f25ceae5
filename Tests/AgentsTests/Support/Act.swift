import Agents
import Consensus
import Experiments
import Scenarios
import Simulation

/// What an attack is about, recognised by what its voters are seen to do, accepted or refused.
enum Act: Sendable {
  /// Votes this in its own name.
  case votes(VoteValue)
  /// Votes against the truth in its own name.
  case opposes
  /// Sends votes both ways on one proposal, all in its own name.
  case votesBothWays
  /// Votes a nanosecond before the deadline.
  case waits
  /// Calls a tally before the deadline.
  case tallies
  /// Votes in another voter's name.
  case forges
  /// Opens a proposal at a time at which somebody else has opened one.
  case floods
  /// Leaves a proposal without a vote of its own.
  case staysAway
}

/// An attack that never got the chance to act.
struct IdleAttack: Error, CustomStringConvertible {
  let group: String
  let act: Act

  var description: String { "nobody of the group \(group) ever did this: \(act)" }
}

/// Throws unless somebody of a group did what its attack is about.
func requireActs(
  _ act: Act, by group: String, in transcript: Transcript, of scenario: Scenario
) throws {
  let members = scenario.voterIDs.filter { $0.hasPrefix(group + "-") }
  let onlooker = Onlooker(transcript, of: scenario)
  if !members.contains(where: { onlooker.saw(act, by: $0) }) {
    throw IdleAttack(group: group, act: act)
  }
}

/// Looks through a transcript for acts.
private struct Onlooker {
  private let entries: [Transcript.Entry]
  private let deadline: Nanoseconds
  /// The opening of each proposal, in their order.
  private let openings: [Transcript.Entry]

  init(_ transcript: Transcript, of scenario: Scenario) {
    entries = transcript.entries
    deadline = scenario.workload.deadline
    openings = entries.filter { if case .opened = $0.occurrence { true } else { false } }
  }

  func saw(_ act: Act, by voter: String) -> Bool {
    let own = entries.filter { $0.actor == voter }
    return switch act {
    case .votes(let value): own.contains { ownVote(in: $0) == value }
    case .opposes: own.contains { ownVote(in: $0) != nil && ownVote(in: $0) == wrongVote(in: $0) }
    case .votesBothWays: openings.indices.contains { hasVotedBothWays(on: $0 + 1, in: own) }
    case .waits: own.contains { ownVote(in: $0) != nil && isLastMoment($0) }
    case .tallies: own.contains { if case .tally = $0.occurrence { !isOver($0) } else { false } }
    case .forges: own.contains { if case .vote(_, _?, _) = $0.occurrence { true } else { false } }
    case .floods: openings.contains { isFlood($0, by: voter) }
    case .staysAway:
      openings.indices.contains { index in
        !own.contains { ownVote(in: $0) != nil && $0.proposal == index + 1 }
      }
    }
  }

  private func ownVote(in entry: Transcript.Entry) -> VoteValue? {
    if case .vote(let value, nil, _) = entry.occurrence { value } else { nil }
  }

  private func opening(_ entry: Transcript.Entry) -> Transcript.Entry? {
    entry.proposal.map { openings[$0 - 1] }
  }

  private func wrongVote(in entry: Transcript.Entry) -> VoteValue? {
    guard case .opened(_, _, let isWarranted)? = opening(entry)?.occurrence else { return nil }
    return isWarranted ? .reject : .approve
  }

  private func hasVotedBothWays(on proposal: Int, in own: [Transcript.Entry]) -> Bool {
    let votes = own.filter { $0.proposal == proposal }.compactMap { ownVote(in: $0) }
    return votes.contains(.approve) && votes.contains(.reject)
  }

  private func isLastMoment(_ entry: Transcript.Entry) -> Bool {
    opening(entry).map { entry.time - $0.time == deadline - Nanoseconds(1) } ?? false
  }

  private func isOver(_ entry: Transcript.Entry) -> Bool {
    opening(entry).map { entry.time - $0.time >= deadline } ?? true
  }

  private func isFlood(_ opening: Transcript.Entry, by voter: String) -> Bool {
    opening.actor == voter
      && openings.contains { $0.actor != voter && $0.time == opening.time }
  }
}
