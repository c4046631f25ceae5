import Consensus

/// Every way in which votes can arrive at one ballot box and be counted, tried on the box itself.
///
/// A state is what the box holds. From each state every vote is cast that could come next, and every
/// tally asked for that could be; states that differ only by which of several like voters have voted
/// are one. A vote changed later leaves the box as if it had been cast so at first, so changes lead
/// to no further states.
struct Exploration {
  /// Who votes what, and when the votes may be counted.
  struct Plan {
    /// What each honest voter says; nil for the faulty, who may say anything or nothing.
    let opinions: [VoteValue?]
    /// Whether the deadline comes only after all honest votes.
    let deadlineWaits: Bool
    /// Whether somebody may call a tally before the deadline.
    let isTallyCallable: Bool
  }

  /// A decision that can come about, and the state in which it does.
  struct Ending {
    let decision: Decision
    let moment: Attack.TallyMoment
    fileprivate let state: Int
  }

  /// What a box holds, and how it came to that.
  private struct State {
    let box: BallotBox
    let counts: UInt64
    let previous: Int
    let latest: Attack.Arrival?
  }

  /// What tells states apart: how many of each kind said what, and what that weighs to the last bit.
  private struct Key: Hashable {
    let counts: UInt64
    let approveWeight: Double
    let rejectWeight: Double

    /// The key of the state in which a vote has been added to others.
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

  /// How many states there are.
  var stateCount: Int { states.count }

  /// Tries everything, and tells of each ending, those with the fewest votes first, until that is
  /// enough.
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

  /// The votes that have arrived where a decision comes about, in their order.
  func arrivals(at ending: Ending) -> [Attack.Arrival] {
    var arrivals: [Attack.Arrival] = []
    var place = ending.state
    while let latest = states[place].latest {
      arrivals.append(latest)
      place = states[place].previous
    }
    return arrivals.reversed()
  }

  // MARK: What can come next

  /// The tallies that can be called once so many have voted.
  private func moments(_ counts: UInt64) -> [Attack.TallyMoment] {
    let isComplete = kinds.kinds.allSatisfy { kind in
      kind.values.count > 1 || kinds.votersHeard(of: kind, in: counts) == kind.voters.count
    }
    let early: [Attack.TallyMoment] = plan.isTallyCallable ? [.early] : []
    return early + (plan.deadlineWaits && !isComplete ? [] : [.deadline])
  }

  /// Lets every vote arrive that can come next: of like voters, that of the first who has not voted.
  private mutating func castVotes(in index: Int) {
    let counts = states[index].counts
    let count = states[index].box.ballots[0].count
    for kind in kinds.kinds {
      let heard = kinds.votersHeard(of: kind, in: counts)
      if heard == kind.voters.count { continue }
      let voter = kind.voters[heard]
      for (place, value) in kind.values.enumerated() {
        let following = kinds.counts(counts, adding: place, of: kind)
        // Most states have been seen before, and need no new box.
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
