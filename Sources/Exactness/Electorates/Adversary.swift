import Consensus

/// The best possible adversary, who sees all honest votes before its own voters act.
///
/// No search is needed. If all its own votes are on one side, that is best for that side. If it may
/// delay honest votes, it lets all votes through that help it. Of the others it lets through only
/// as many as the quorum needs, the lightest first. Where rounding could change a decision, it is
/// decided for the adversary, so the result is a bound on all adversaries.
struct Adversary {
  /// Votes for one side.
  private struct Side {
    var heads: Int
    var weight: Double
  }

  private let rules: VotingRules
  private let critical: Bool
  private let weights: WeightClasses
  /// The number of its voters of each weight.
  private let faulty: [Int]
  /// The relative error that rounding in another order can add to a sum.
  private let rounding: Double
  /// The number of votes that a quorum needs.
  private let headsRequired: Int
  /// The weight that a quorum needs, if it depends on weight.
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

  /// The outcomes that it can cause if all honest votes count.
  ///
  /// - Parameters:
  ///   - approve: the number of honest voters of each weight who approve.
  ///   - reject: the number of those who reject.
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

  /// The outcomes that it can cause if it may also delay honest votes.
  func choiceHoldingBack(_ approve: [Int], _ reject: [Int]) -> AchievableEndings.Choice {
    // Without any votes there is no quorum.
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

  private func side(_ heads: [Int], joined isJoined: Bool) -> Side {
    var side = Side(heads: 0, weight: 0)
    for place in heads.indices {
      let all = heads[place] + (isJoined ? faulty[place] : 0)
      side.heads += all
      side.weight += weights.sums[place][all]
    }
    return side
  }

  /// The fewest and lightest votes of one side that make a quorum with all votes of the other side,
  /// or all of them if they are too few; nil if even all have too little weight.
  ///
  /// Which votes fill a quorum by weight without surplus is a knapsack problem. Here votes are
  /// treated as divisible, which can only help the adversary.
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

  /// Whether the others cannot decide if it abstains, or, where a certificate also needs the
  /// threshold, if it casts the heaviest votes that are not a certificate themselves.
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
