import Consensus

/// The best adversary there is: it sees all honest votes before it decides what its voters do.
///
/// It needs no search. Of its own votes, all on one side are the best for that side. Of honest votes
/// that it may hold back, it lets all through that help it, and of the others no more than the
/// quorum takes, the lightest first. Where rounding could tip a decision, it tips it for the
/// adversary, so that what it achieves is a bound on what anybody can.
struct Adversary {
  /// Votes for one side.
  private struct Side {
    var heads: Int
    var weight: Double
  }

  private let rules: VotingRules
  private let critical: Bool
  private let weights: WeightClasses
  /// How many voters of each weight it holds.
  private let faulty: [Int]
  /// What rounding in some other order could add to a sum, as a factor.
  private let rounding: Double
  /// How many votes a quorum takes.
  private let headsRequired: Int
  /// What the votes of a quorum weigh, beyond what their number says.
  private let weightRequired: Double

  init(_ electorate: StochasticElectorate, _ weights: WeightClasses, critical: Bool) {
    let rules = electorate.rules
    self.rules = rules
    self.critical = critical
    self.weights = weights
    faulty = weights.counts(electorate, where: \.isFaulty)
    let units = WeightUnits(
      weights: weights.values, counts: weights.counts(electorate, where: { _ in true }))
    let isRounded = weights.values.count > 1 && units?.areSumsExact != true
    rounding = isRounded ? 1 + Double(rules.voterCount + 8) * 0x1p-52 : 1
    if weights.values.count == 1 {
      let heads = (0...rules.voterCount).first { heads in
        var count = BallotCount()
        count.approve = heads
        count.presentWeight = weights.sums[0][heads]
        return rules.isQuorate(count)
      }
      headsRequired = heads ?? rules.voterCount + 1
      weightRequired = 0
    } else {
      headsRequired = rules.quorumRequired
      let isByWeight = rules.safeguards.quorumUnit == .weight
      weightRequired =
        isByWeight ? rules.config.quorumFraction * rules.totalWeight / rounding : 0
    }
  }

  // MARK: What it can bring about

  /// Which endings it can bring about where all honest votes count.
  ///
  /// - Parameters:
  ///   - approve: how many honest voters of each weight approve.
  ///   - reject: how many reject.
  func choice(facing approve: [Int], _ reject: [Int]) -> AchievableEndings.Choice {
    var choice: AchievableEndings.Choice = []
    if approves(side(approve, joined: true), side(reject, joined: false)) {
      choice.insert(.approved)
    }
    if rejects(side(approve, joined: false), side(reject, joined: true)) {
      choice.insert(.rejected)
    }
    if preventsDecision(approve, reject) { choice.insert(.undecided) }
    return choice
  }

  /// Which endings it can bring about where it may also hold honest votes back.
  func choiceHoldingBack(_ approve: [Int], _ reject: [Int]) -> AchievableEndings.Choice {
    // Where nobody is heard there is no quorum.
    var choice: AchievableEndings.Choice = [.undecided]
    let approving = side(approve, joined: true)
    if let rejecting = fewest(of: reject, beside: approving), approves(approving, rejecting) {
      choice.insert(.approved)
    }
    let rejecting = side(reject, joined: true)
    if let approving = fewest(of: approve, beside: rejecting), rejects(approving, rejecting) {
      choice.insert(.rejected)
    }
    return choice
  }

  // MARK: How

  private func side(_ heads: [Int], joined isJoined: Bool) -> Side {
    var side = Side(heads: 0, weight: 0)
    for place in heads.indices {
      let all = heads[place] + (isJoined ? faulty[place] : 0)
      side.heads += all
      side.weight += weights.sums[place][all]
    }
    return side
  }

  /// Of one side's votes as few and light ones as make a quorum with all of the other side, or all
  /// where there are too few; nil where even all weigh too little.
  ///
  /// Which votes fill a quorum by weight without surplus is a riddle of its own; here it is taken
  /// to be possible, as if votes could be divided, which can only help the adversary.
  private func fewest(of heads: [Int], beside other: Side) -> Side? {
    var missing = max(0, headsRequired - other.heads)
    let missingWeight = max(0, weightRequired - other.weight)
    if side(heads, joined: false).weight * rounding < missingWeight { return nil }
    var fewest = Side(heads: 0, weight: 0)
    for place in heads.indices {
      let taken = min(missing, heads[place])
      missing -= taken
      fewest.heads += taken
      fewest.weight += weights.sums[place][taken]
    }
    fewest.weight = max(fewest.weight, missingWeight)
    return fewest
  }

  private func approves(_ approve: Side, _ reject: Side) -> Bool {
    let favoured = Side(heads: approve.heads, weight: approve.weight * rounding)
    return decision(favoured, reject, presentFactor: rounding) == .approved
  }

  private func rejects(_ approve: Side, _ reject: Side) -> Bool {
    let favoured = Side(heads: reject.heads, weight: reject.weight * rounding)
    return decision(approve, favoured, presentFactor: rounding) == .rejected
  }

  /// Whether silence leaves the others without a decision, or, where a certificate needs the
  /// threshold too, the heaviest votes that do not make a certificate of their own.
  private func preventsDecision(_ approve: [Int], _ reject: [Int]) -> Bool {
    let approving = side(approve, joined: false)
    var rejecting = side(reject, joined: false)
    if decision(approving, rejecting, presentFactor: 1 / rounding) == .noQuorum { return true }
    if rules.safeguards.rule == .ratio { return false }
    for place in faulty.indices.reversed() {
      for _ in 0..<faulty[place] {
        rejecting.heads += 1
        rejecting.weight += weights.values[place]
        if decision(approving, rejecting, presentFactor: 1 / rounding) == .noQuorum { return true }
      }
    }
    return false
  }

  private func decision(_ approve: Side, _ reject: Side, presentFactor: Double) -> Decision {
    var count = BallotCount()
    count.approve = approve.heads
    count.reject = reject.heads
    count.approveWeight = approve.weight
    count.rejectWeight = reject.weight
    if weights.values.count == 1 {
      count.presentWeight = weights.sums[0][count.participants]
    } else if count.participants == rules.voterCount {
      count.presentWeight = rules.totalWeight
    } else {
      count.presentWeight = (approve.weight + reject.weight) * presentFactor
    }
    return rules.decide(count, critical: critical)
  }
}
