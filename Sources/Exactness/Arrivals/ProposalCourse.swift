import Agents
import Consensus
import Simulation

/// How the votes on a proposal come in, where their order may decide.
///
/// Some voters vote at known moments, all of a group at once; then comes a pool of voters whose
/// votes arrive one by one, in an order that depends on chance alone; then those who wait for the
/// last moment, and the deadline.
struct ProposalCourse {
  /// The voters of a group.
  struct Group {
    /// The number of the group, by which the judge knows its weight.
    let number: Int
    /// The number of voters.
    let count: Int
    /// The victims among them: the place of the voter in the group, and the number of the victim.
    let victimsByPlace: [Int: Int]
    /// The draws that they share, whose probabilities sum to 1.
    let draws: [Draw]
    /// What those who act do apart from their vote.
    let conduct: Conduct
  }

  /// A draw that a group shares.
  struct Draw {
    let probability: Double
    /// The probability that a voter acts as its strategy or plan says.
    let share: Double
    /// The votes of those who do; nil if they wait.
    let acting: HeardChances?
    /// The votes of the others.
    let other: HeardChances
  }

  /// What voters do who act as their strategy or plan says.
  struct Conduct {
    /// Whether they call the tally whenever it would decide against the truth.
    var watches = false
    /// Whether they call the tally at the opening.
    var callsAtOpening = false
    /// Whether they change their votes at the last moment, and whether the new ones approve.
    var newVote: VoteValue?
    /// What they do at the last moment; nil if they do not wait for it.
    var lastMove: LastMove?
    /// The victims that they are about.
    var victims: [Int] = []

    /// Whether those who act must be counted for the last moment.
    var isLate: Bool { newVote != nil || lastMove != nil }
    /// Whether it makes a difference who acts.
    var isAny: Bool { isLate || watches || callsAtOpening }
  }

  /// Groups that vote at the same moment, in the order of their votes.
  struct Batch {
    /// The time since the opening.
    let time: Nanoseconds
    let groups: [Group]
  }

  /// The votes at known moments, the first of which is the opening.
  let batches: [Batch]
  /// The groups whose votes arrive one by one.
  let pool: [Group]
  /// The number of victims.
  let victimCount: Int
  /// What the facts call for.
  let isWarranted: Bool
  /// When the coordinator tallies.
  let tally: Workload.TallyTime
  /// Whether the last moment and the deadline come before the proposal expires.
  let isOpenAtTheEnd: Bool
  /// Whether a vote may end the voting before the deadline.
  let isOrderDecisive: Bool
  /// Whether abstentions make a difference.
  let countsAbstentions: Bool
}
