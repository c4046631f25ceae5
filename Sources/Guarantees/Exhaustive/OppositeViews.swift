import Consensus

/// Collects the possible views of replicas, until two honest owners decide oppositely.
struct OppositeViews {
  /// The approving view and the rejecting one, once both are found.
  private(set) var pair: [Attack.View]?
  private let plan: Exploration.Plan
  private let classes: VoterClasses
  private let honestCount: Int
  /// For each owner, the first approving and the first rejecting view.
  private var approving: [Attack.View] = []
  private var rejecting: [Attack.View] = []

  init(_ plan: Exploration.Plan, _ classes: VoterClasses) {
    self.plan = plan
    self.classes = classes
    honestCount = plan.opinions.count { $0 != nil }
  }

  /// Adds a decision.
  ///
  /// A replica counts the vote of its owner, so any voter whose vote has arrived may be the owner.
  mutating func add(_ ending: Exploration.Ending, of exploration: borrowing Exploration) {
    let isApproving = ending.decision == .approved
    guard isApproving || ending.decision == .rejected else { return }
    if (isApproving ? approving : rejecting).count == honestCount { return }
    let arrivals = exploration.arrivals(at: ending)
    for owner in arrivals.map(\.voter) where plan.opinions[owner] != nil && pair == nil {
      let known = isApproving ? approving : rejecting
      if known.contains(where: { $0.owner == owner }) { continue }
      let view = Attack.View(
        owner: owner, arrivals: arrivals, moment: ending.moment, decision: ending.decision)
      if isApproving {
        approving.append(view)
        for other in rejecting where pair == nil { pair = distinct(view, other) }
      } else {
        rejecting.append(view)
        for other in approving where pair == nil { pair = distinct(other, view) }
      }
    }
  }

  /// Two views of different owners; if both have the same owner, a similar voter takes its place in
  /// the second.
  private func distinct(_ first: Attack.View, _ second: Attack.View) -> [Attack.View]? {
    guard let owner = second.owner, first.owner == owner else { return [first, second] }
    let like = classes.members.first { $0.contains(owner) } ?? []
    let double = like.first { $0 != owner && plan.opinions[$0] == plan.opinions[owner] }
    return double.map { [first, second.exchanging(owner, with: $0)] }
  }
}

extension Attack.View {
  /// The same view with two voters exchanged.
  fileprivate func exchanging(_ one: Int, with other: Int) -> Attack.View {
    func exchanged(_ voter: Int) -> Int { voter == one ? other : voter == other ? one : voter }
    return Attack.View(
      owner: owner.map(exchanged),
      arrivals: arrivals.map { Attack.Arrival($0.value, by: exchanged($0.voter)) },
      moment: moment, decision: decision)
  }
}
