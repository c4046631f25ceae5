import Consensus

/// The best possible adversary, who sees all honest votes before its own voters act.
///
/// No search is needed. If all its own votes are on one side, that is best for that side. If it may
/// delay honest votes, it lets all votes through that help it. Of the others it lets through only
/// as many as the quorum needs, and of those that make one the lightest.
///
/// It leans to one side where nobody can say what happens: where the order of honest votes decides,
/// because sums are rounded, and where the lightest quorum would take too long to find. What it
/// cannot bring about although it leans to the possible, no adversary can. What it brings about
/// although it leans to the certain, there is a strategy for.
struct Adversary {
  /// What counts where nobody can say what happens.
  enum Leaning {
    /// What helps the adversary.
    case possible
    /// What does not.
    case certain
  }

  /// Votes for one side.
  private struct Side {
    var heads = 0
    /// The number of votes of each weight; empty if the votes are divisible.
    var counts: [Int] = []
    var weight = 0.0...0.0
  }

  private let rules: VotingRules
  private let critical: Bool
  private let leaning: Leaning
  private let weights: WeightClasses
  private let sums: WeightSums
  /// The number of its voters of each weight.
  private let faulty: [Int]
  /// The number of votes that a quorum needs, apart from its weight.
  private let headsRequired: Int

  init(
    _ electorate: StochasticElectorate, _ weights: WeightClasses, _ sums: WeightSums,
    critical: Bool, leaning: Leaning
  ) {
    rules = electorate.rules
    self.critical = critical
    self.leaning = leaning
    self.weights = weights
    self.sums = sums
    faulty = weights.counts(electorate, where: \.isFaulty)
    headsRequired = Self.headsRequired(electorate.rules, weights)
  }

  private static func headsRequired(_ rules: VotingRules, _ weights: WeightClasses) -> Int {
    if weights.values.count > 1 { return rules.quorumRequired }
    let heads = (0...rules.voterCount).first { heads in
      var count = BallotCount()
      count.approve = heads
      count.presentWeight = weights.sums[0][heads]
      return rules.isQuorate(count)
    }
    return heads ?? rules.voterCount + 1
  }

  /// Whether it may make a difference to which side an adversary leans.
  static func isInDoubt(
    _ rules: VotingRules, _ weights: WeightClasses, _ sums: WeightSums
  ) -> Bool {
    if sums.dependOnOrder { return true }
    let combinations = weights.sums.dropFirst().reduce(1.0) { $0 * Double($1.count) }
    return rules.safeguards.quorumUnit == .weight && combinations > combinationsMax
  }

  /// The number of votes of each weight.
  ///
  /// - Parameters:
  ///   - weightOfClass: the number of the weight of each class of voters.
  ///   - count: the number of votes of a class.
  func byWeight(_ weightOfClass: [Int], _ count: (_ place: Int) -> Int) -> [Int] {
    var sums = Array(repeating: 0, count: weights.values.count)
    for place in weightOfClass.indices { sums[weightOfClass[place]] += count(place) }
    return sums
  }

  /// The outcomes that it can cause if all honest votes count.
  ///
  /// - Parameters:
  ///   - approve: the number of honest voters of each weight who approve.
  ///   - reject: the number of those who reject.
  func choice(facing approve: [Int], _ reject: [Int]) -> AchievableEndings.Choice {
    var choice: AchievableEndings.Choice = []
    if approves(side(approve, joined: true), side(reject)) { choice.insert(.approved) }
    if rejects(side(approve), side(reject, joined: true)) { choice.insert(.rejected) }
    if rejectionsToPreventDecision(facing: approve, reject) != nil { choice.insert(.undecided) }
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

  private func side(_ counts: [Int], joined isJoined: Bool = false) -> Side {
    let all = isJoined ? counts.indices.map { counts[$0] + faulty[$0] } : counts
    return Side(heads: all.reduce(0, +), counts: all, weight: sums.range { all[$0] })
  }

  // MARK: Decisions

  private func approves(_ approve: Side, _ reject: Side) -> Bool {
    decision(approve, reject, favouring: (approve: true, quorum: true)) == .approved
  }

  private func rejects(_ approve: Side, _ reject: Side) -> Bool {
    decision(approve, reject, favouring: (approve: false, quorum: true)) == .rejected
  }

  /// How many of its heaviest votes it casts as rejections to prevent a decision: none where the
  /// others cannot decide alone, some where a certificate also needs the threshold; nil if it cannot.
  func rejectionsToPreventDecision(facing approve: [Int], _ reject: [Int]) -> Int? {
    let approving = side(approve)
    func isPrevented(_ rejecting: Side) -> Bool {
      decision(approving, rejecting, favouring: (approve: false, quorum: false)) == .noQuorum
    }
    if isPrevented(side(reject)) { return 0 }
    if rules.safeguards.rule == .ratio { return nil }
    var rejecting = reject
    var cast = 0
    for place in faulty.indices.reversed() {
      for _ in 0..<faulty[place] {
        rejecting[place] += 1
        cast += 1
        if isPrevented(side(rejecting)) { return cast }
      }
    }
    return nil
  }

  /// The decision with the sums that favour approval and a quorum, or their opposites; leaning to
  /// the certain, with those that favour neither.
  private func decision(
    _ approve: Side, _ reject: Side, favouring favoured: (approve: Bool, quorum: Bool)
  ) -> Decision {
    let isHeavy = favoured.approve == (leaning == .possible)
    var count = BallotCount()
    count.approve = approve.heads
    count.reject = reject.heads
    count.approveWeight = isHeavy ? approve.weight.upperBound : approve.weight.lowerBound
    count.rejectWeight = isHeavy ? reject.weight.lowerBound : reject.weight.upperBound
    count.presentWeight = presentWeight(approve, reject, isQuorumFavoured: favoured.quorum)
    return rules.decide(count, critical: critical)
  }

  private func presentWeight(
    _ approve: Side, _ reject: Side, isQuorumFavoured: Bool
  ) -> Double {
    if approve.heads + reject.heads == rules.voterCount { return rules.totalWeight }
    let isHeavy = isQuorumFavoured == (leaning == .possible)
    let weight: ClosedRange<Double>
    if approve.counts.isEmpty || reject.counts.isEmpty {
      let low = approve.weight.lowerBound + reject.weight.lowerBound
      let high = approve.weight.upperBound + reject.weight.upperBound
      weight = low * (1 - rounding)...high * (1 + rounding)
    } else {
      weight = sums.range { approve.counts[$0] + reject.counts[$0] }
    }
    return isHeavy ? weight.upperBound : weight.lowerBound
  }

  // MARK: The lightest quorum

  /// The fewest and lightest votes of one side that make a quorum with all votes of the other side,
  /// or all of them if they are too few; nil if even all have too little weight.
  private func fewest(of counts: [Int], beside other: Side) -> Side? {
    let fewest = lightest(max(0, headsRequired - other.heads), of: counts)
    if rules.safeguards.quorumUnit == .voters || weights.values.count == 1 {
      return side(fewest)
    }
    if isQuorate(fewest, beside: other) { return side(fewest) }
    if !isQuorate(counts, beside: other) { return nil }
    let combinations = counts.dropFirst().reduce(1.0) { $0 * Double($1 + 1) }
    if combinations <= Self.combinationsMax { return lightestQuorum(of: counts, beside: other) }
    return leaning == .possible
      ? divisible(of: counts, atLeast: fewest, beside: other)
      : side(filled(fewest, from: counts, beside: other))
  }

  /// The most combinations of votes of all weights but the lightest that are tried.
  private static let combinationsMax = 64.0

  private func isQuorate(_ counts: [Int], beside other: Side) -> Bool {
    let side = side(counts)
    var count = BallotCount()
    count.approve = side.heads
    count.reject = other.heads
    count.presentWeight = presentWeight(side, other, isQuorumFavoured: true)
    return rules.isQuorate(count)
  }

  /// The lightest votes, or all if they are too few.
  private func lightest(_ heads: Int, of counts: [Int]) -> [Int] {
    var missing = heads
    return counts.map { all in
      let taken = min(missing, all)
      missing -= taken
      return taken
    }
  }

  /// The lightest votes that make a quorum, of those of which some do; with each choice of heavier
  /// votes the fewest of the lightest.
  private func lightestQuorum(of counts: [Int], beside other: Side) -> Side? {
    var best: Side?
    func choose(_ chosen: [Int], _ place: Int) {
      if place < counts.count {
        for number in 0...counts[place] {
          var next = chosen
          next[place] = number
          choose(next, place + 1)
        }
        return
      }
      var quorum = chosen
      var (without, with) = (-1, counts[0] + 1)
      while with - without > 1 {
        quorum[0] = (without + with) / 2
        if isQuorate(quorum, beside: other) { with = quorum[0] } else { without = quorum[0] }
      }
      if with > counts[0] { return }
      quorum[0] = with
      let side = side(quorum)
      if best.map({ isLighter(side, $0) }) ?? true { best = side }
    }
    choose(counts.map { _ in 0 }, 1)
    return best
  }

  private func isLighter(_ side: Side, _ other: Side) -> Bool {
    leaning == .possible
      ? side.weight.lowerBound < other.weight.lowerBound
      : side.weight.upperBound < other.weight.upperBound
  }

  /// Votes of just the missing weight, as if a part of a vote could be let through: no whole votes
  /// weigh less.
  private func divisible(of counts: [Int], atLeast fewest: [Int], beside other: Side) -> Side {
    var side = side(fewest)
    let required = rules.config.quorumFraction * rules.totalWeight
    let missing = required * (1 - rounding) - other.weight.upperBound
    let weight = max(side.weight.lowerBound, missing)
    side.counts = []
    side.weight = weight...max(weight, side.weight.upperBound)
    return side
  }

  /// The relative error that rounding can add to sums of all votes.
  private var rounding: Double { WeightSums.rounding(ofVotes: rules.voterCount) }

  /// Some votes and, of the rest, as many of the lightest as a quorum needs.
  private func filled(_ fewest: [Int], from counts: [Int], beside other: Side) -> [Int] {
    var filled = fewest
    for place in counts.indices {
      while filled[place] < counts[place] && !isQuorate(filled, beside: other) {
        filled[place] += 1
      }
    }
    return filled
  }
}
