import Consensus

/// Voters whose votes on a proposal of a known truth are left to chance, with the rules they are
/// counted by, so that what comes of them is a matter of sums and not of simulation.
///
/// The groups are independent of one another. Votes may come in any order, except that those who
/// wait for the last word come last.
public struct StochasticElectorate: Sendable {
  /// The rules, with the weights of the voters of the first group, then of the next.
  public let rules: VotingRules
  /// Whether the facts call for the action.
  public let isWarranted: Bool
  /// The voters, in groups of at least one who all weigh the same.
  public let groups: [StochasticGroup]
  /// Whether votes arrive in the order of the groups, the faulty ones before the others; otherwise
  /// their order is left to chance.
  public let isOrderKnown: Bool
  /// How much work may go into an answer.
  let effort: ExactEffort
  /// What each voter of each group weighs.
  let weights: [Double]

  /// An electorate of some groups; those of nobody are left out.
  public init(
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
    var first = 0
    weights = self.groups.map { group in
      defer { first += group.count }
      return rules.weights[first]
    }
  }

  /// The mean share of all voters who approve or reject.
  public var participationMean: Double {
    // The rounding of many components must not make more of everybody.
    min(1, groups.reduce(0) { $0 + $1.participantsMean } / Double(rules.voterCount))
  }
}

/// How likely a proposal ends each way.
public struct EndingChances: Equatable, Sendable {
  /// Approved.
  public var approved = 0.0
  /// Rejected.
  public var rejected = 0.0
  /// Neither.
  public var undecided = 0.0

  /// Nothing added up yet.
  public init() {}

  /// The same chances, whose sum is 1 but for the last digit.
  ///
  /// The rounding of thousands of factors adds up, and to all chances alike.
  var normalized: EndingChances {
    let sum = approved + rejected + undecided
    var chances = self
    chances.approved /= sum
    chances.rejected /= sum
    chances.undecided /= sum
    return chances
  }

  /// Adds other chances, each multiplied by a probability.
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

/// Why no exact number can be given.
public enum ExactProblem: Error, Hashable, Sendable {
  /// There are more different sums of votes than can be gone through.
  case tooManySums
  /// Rounded sums of weights differ with the order of votes, right where the threshold lies.
  case orderMatters
}
