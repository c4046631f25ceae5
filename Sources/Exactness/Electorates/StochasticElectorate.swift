import Consensus

/// An electorate with random votes on a proposal of a known truth, and the rules that count them,
/// so that outcome probabilities can be computed as sums instead of simulated.
///
/// The groups are independent of one another. Votes may come in any order, except that last movers
/// come last.
package struct StochasticElectorate: Sendable {
  /// The rules, with the weights of the voters of the first group, then of the next.
  package let rules: VotingRules
  /// Whether the facts call for the action.
  package let isWarranted: Bool
  /// The groups of voters, none of them empty; the voters of a group have the same weight.
  package let groups: [StochasticGroup]
  /// Whether votes arrive in the order of the groups, faulty voters first; otherwise their order is
  /// random.
  package let isOrderKnown: Bool
  /// The limit on the work for an answer.
  let effort: ExactEffort
  /// The weight of each voter of each group.
  let weights: [Double]

  /// An electorate of some groups; empty ones are left out.
  package init(
    rules: VotingRules, isWarranted: Bool, groups: [StochasticGroup], isOrderKnown: Bool = false,
    effort: ExactEffort = .full
  ) {
    precondition(
      groups.reduce(0) { $0 + $1.count } == rules.voterCount,
      "the rules have the voters of the groups")
    self.rules = rules
    self.isWarranted = isWarranted
    self.groups = groups.filter { $0.count > 0 }
    self.isOrderKnown = isOrderKnown
    self.effort = effort
    weights = rules.weights(ofGroups: self.groups.map(\.count))
  }

  /// The expected share of all voters who approve or reject.
  package var participationMean: Double {
    // The rounding of many components must not give more than all voters.
    min(1, groups.reduce(0) { $0 + $1.participantsMean } / Double(rules.voterCount))
  }
}

/// The probabilities of the outcomes of a proposal.
package struct EndingChances: Equatable, Sendable {
  /// Approved.
  package var approved = 0.0
  /// Rejected.
  package var rejected = 0.0
  /// Neither approved nor rejected.
  package var undecided = 0.0

  /// Probabilities that are all 0, as the start of a sum.
  package init() {}

  /// The same probabilities, divided by their sum.
  ///
  /// The rounding errors of thousands of factors add up, by the same factor for all probabilities.
  var normalized: EndingChances {
    let sum = approved + rejected + undecided
    var chances = self
    chances.approved /= sum
    chances.rejected /= sum
    chances.undecided /= sum
    return chances
  }

  /// Adds other probabilities, multiplied by a factor.
  mutating func add(_ other: EndingChances, times probability: Double) {
    approved += probability * other.approved
    rejected += probability * other.rejected
    undecided += probability * other.undecided
  }

  mutating func add(_ probability: Double, to decision: Decision) {
    switch decision {
    case .approved: approved += probability
    case .rejected: rejected += probability
    case .noQuorum, .pending: undecided += probability
    }
  }
}

/// Why there is no exact value.
package enum ExactProblem: Error, Hashable, Sendable {
  /// There are too many different sums of votes.
  case tooManySums
  /// Rounded sums of weights depend on the order of votes, right at the threshold.
  case orderMatters
}
