import Consensus

/// Explores every way in which votes can arrive at one ballot box and be counted, on the box
/// itself.
///
/// A state is the content of the box. From each state every possible next vote is cast, and every
/// possible tally is called. States that differ only in which of several similar voters have voted
/// are the same. A vote that is changed later leaves the box as if it had been cast like that at
/// first, so changes lead to no other states.
struct Exploration {
  /// The voters' possible votes, and when the votes may be counted.
  struct Plan {
    /// The vote of each honest voter; nil for faulty voters, who may vote in any way or not at all.
    let opinions: [VoteValue?]
    /// Whether the deadline comes after all honest votes.
    let deadlineWaits: Bool
    /// Whether a tally may be called before the deadline.
    let isTallyCallable: Bool
  }

  /// A possible decision, and the state in which it is made.
  struct Ending {
    let decision: Decision
    let moment: Attack.TallyMoment
    fileprivate let state: Int
  }

  /// The content of a box, with the last vote and the state before it.
  private struct State {
    let box: BallotBox
    let counts: UInt64
    let previous: Int
    let latest: Attack.Arrival?
  }

  /// The key of a state: the numbers of votes of each kind, and their weights to the last bit.
  private struct Key: Hashable {
    let counts: UInt64
    let approveWeight: Double
    let rejectWeight: Double

    /// The key of the state after one more vote.
    init(_ counts: UInt64, _ count: BallotCount, after value: VoteValue, weight: Double) {
      self.counts = counts
      approveWeight = count.approveWeight + (value == .approve ? weight : 0)
      rejectWeight = count.rejectWeight + (value == .reject ? weight : 0)
    }
  }

  private let critical: Bool
  private let plan: Plan
  private let kinds: VoterKinds
  private let weights: [Double]
  private var seen: Set<Key> = []
  private var states: [State] = []

  init(_ rules: VotingRules, _ classes: VoterClasses, critical: Bool, _ plan: Plan) {
    self.critical = critical
    self.plan = plan
    weights = rules.weights
    kinds = VoterKinds(plan.opinions, classes)
    var box = BallotBox(rules: rules)
    if (try? box.proposeForAttack(critical: critical)) != nil {
      states.append(State(box: box, counts: 0, previous: -1, latest: nil))
    }
  }

  /// The number of states.
  var stateCount: Int { states.count }

  /// Explores all states, and reports each possible decision, those with the fewest votes first,
  /// until the caller has enough.
  mutating func run(_ isEnough: (Ending, borrowing Exploration) -> Bool) {
    var next = 0
    while next < states.count {
      for moment in moments(states[next].counts) {
        let instant: Instant = moment == .early ? .voting : .deadline
        let decision = states[next].box.outcome(of: 0, at: instant).decision
        if decision == .pending { continue }
        if isEnough(Ending(decision: decision, moment: moment, state: next), self) { return }
      }
      castVotes(in: next)
      next += 1
    }
  }

  /// The votes that have arrived before a decision, in order.
  func arrivals(at ending: Ending) -> [Attack.Arrival] {
    var arrivals: [Attack.Arrival] = []
    var place = ending.state
    while let latest = states[place].latest {
      arrivals.append(latest)
      place = states[place].previous
    }
    return arrivals.reversed()
  }

  // MARK: The next step

  /// The tallies that can be called after a number of votes.
  private func moments(_ counts: UInt64) -> [Attack.TallyMoment] {
    let isComplete = kinds.kinds.allSatisfy { kind in
      kind.values.count > 1 || kinds.votersHeard(of: kind, in: counts) == kind.voters.count
    }
    let early: [Attack.TallyMoment] = plan.isTallyCallable ? [.early] : []
    return early + (plan.deadlineWaits && !isComplete ? [] : [.deadline])
  }

  /// Casts every possible next vote: among similar voters, that of the first who has not voted.
  private mutating func castVotes(in index: Int) {
    let counts = states[index].counts
    let count = states[index].box.ballots[0].count
    for kind in kinds.kinds {
      let heard = kinds.votersHeard(of: kind, in: counts)
      if heard == kind.voters.count { continue }
      let voter = kind.voters[heard]
      for place in kind.values.indices {
        let value = kind.values[place]
        let following = kinds.counts(counts, adding: place, of: kind)
        // Most states are already known, and need no new box.
        let key = Key(following, count, after: value, weight: weights[voter])
        guard seen.insert(key).inserted else { continue }
        var box = states[index].box
        guard (try? box.vote(value, by: voter, on: 0, at: .voting)) != nil else { continue }
        states.append(
          State(
            box: box, counts: following, previous: index, latest: Attack.Arrival(value, by: voter)))
      }
    }
  }
}
