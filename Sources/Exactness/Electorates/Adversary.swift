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
  typealias Side = AdversaryVotes.Side

  /// The sums of the honest votes, alone and with its own votes on one side.
  struct Sums {
    var approve: Side
    var reject: Side
    var joinedApprove: Side
    var joinedReject: Side
    /// The weights of the honest votes together.
    var present: ClosedRange<Double>
    /// The weights of all votes.
    var joinedPresent: ClosedRange<Double>
  }

  private let rules: ActionRules
  private let leaning: Leaning
  let votes: AdversaryVotes
  /// The number of votes that a quorum needs, apart from its weight.
  private let headsRequired: Int

  init(_ rules: ActionRules, _ votes: AdversaryVotes, leaning: Leaning) {
    self.rules = rules
    self.leaning = leaning
    self.votes = votes
    headsRequired = votes.areEqual ? rules.quorum : rules.all.quorumRequired
  }

  /// Whether it may make a difference to which side an adversary leans.
  private static func isInDoubt(_ rules: ActionRules, _ votes: AdversaryVotes) -> Bool {
    if votes.dependOnOrder { return true }
    let combinations = votes.counts.dropFirst().reduce(1.0) { $0 * Double($1 + 1) }
    return rules.safeguards.quorumUnit == .weight && combinations > combinationsMax
  }

  /// The best adversary under some rules, as it is possible, and as it is certain if that may differ.
  static func both(
    under rules: ActionRules, _ votes: AdversaryVotes
  ) -> (possible: Adversary, certain: Adversary?) {
    (
      Adversary(rules, votes, leaning: .possible),
      isInDoubt(rules, votes) ? Adversary(rules, votes, leaning: .certain) : nil
    )
  }

  /// The outcomes that it can cause if all honest votes count.
  ///
  /// - Parameters:
  ///   - approve: the number of honest voters of each weight who approve.
  ///   - reject: the number of those who reject.
  func choice(facing approve: [Int], _ reject: [Int]) -> AchievableEndings.Choice {
    let sums = Sums(
      approve: votes.side(approve), reject: votes.side(reject),
      joinedApprove: votes.side(approve, joined: true),
      joinedReject: votes.side(reject, joined: true), present: votes.weight(approve, reject),
      joinedPresent: votes.weight(approve, reject, joined: true))
    return choice(sums, rejecting: { rejectionsToPreventDecision(facing: approve, reject) })
  }

  /// The outcomes that it can cause if all honest votes count, of which these are the sums.
  ///
  /// - Parameter rejections: how many rejections prevent a decision; nil if none do.
  func choice(
    _ sums: Sums, rejecting rejections: () -> Int?
  ) -> AchievableEndings.Choice {
    var choice: AchievableEndings.Choice = []
    if approves(sums.joinedApprove, sums.reject, sums.joinedPresent) { choice.insert(.approved) }
    if rejects(sums.approve, sums.joinedReject, sums.joinedPresent) { choice.insert(.rejected) }
    let isPrevented =
      prevents(sums.approve, sums.reject, sums.present)
      || (rules.safeguards.rule == .certificate && rejections() != nil)
    if isPrevented { choice.insert(.undecided) }
    return choice
  }

  /// The outcomes that it can cause if it may also delay honest votes.
  func choiceHoldingBack(_ approve: [Int], _ reject: [Int]) -> AchievableEndings.Choice {
    let (approving, rejecting) = (votes.joined(approve), votes.joined(reject))
    return choice(
      joinedApprove: votes.side(approving), facing: fewest(of: reject, beside: approving),
      joinedReject: votes.side(rejecting), facing: fewest(of: approve, beside: rejecting))
  }

  /// The outcomes that it can cause if it may also delay honest votes: each decision with its own
  /// votes and all that help it, facing the least of the others that make a quorum; nil if none do.
  func choice(
    joinedApprove: Side, facing reject: Quorum?, joinedReject: Side, facing approve: Quorum?
  ) -> AchievableEndings.Choice {
    // Without any votes there is no quorum.
    var choice: AchievableEndings.Choice = [.undecided]
    if let reject, approves(joinedApprove, reject.side, reject.present) {
      choice.insert(.approved)
    }
    if let approve, rejects(approve.side, joinedReject, approve.present) {
      choice.insert(.rejected)
    }
    return choice
  }

  // MARK: Decisions

  private func approves(
    _ approve: Side, _ reject: Side, _ present: ClosedRange<Double>
  ) -> Bool {
    decision(approve, reject, present, favouring: (approve: true, quorum: true)) == .approved
  }

  private func rejects(_ approve: Side, _ reject: Side, _ present: ClosedRange<Double>) -> Bool {
    decision(approve, reject, present, favouring: (approve: false, quorum: true)) == .rejected
  }

  private func prevents(
    _ approve: Side, _ reject: Side, _ present: ClosedRange<Double>
  ) -> Bool {
    decision(approve, reject, present, favouring: (approve: false, quorum: false)) == .noQuorum
  }

  /// How many of its heaviest votes it casts as rejections to prevent a decision: none where the
  /// others cannot decide alone, some where a certificate also needs the threshold; nil if it cannot.
  func rejectionsToPreventDecision(facing approve: [Int], _ reject: [Int]) -> Int? {
    let approving = votes.side(approve)
    func isPrevented(_ reject: [Int]) -> Bool {
      prevents(approving, votes.side(reject), votes.weight(approve, reject))
    }
    if isPrevented(reject) { return 0 }
    if rules.safeguards.rule == .ratio { return nil }
    var rejecting = reject
    var cast = 0
    for place in votes.faulty.indices.reversed() {
      for _ in 0..<votes.faulty[place] {
        rejecting[place] += 1
        cast += 1
        if isPrevented(rejecting) { return cast }
      }
    }
    return nil
  }

  /// The decision with the sums that favour approval and a quorum, or their opposites; leaning to
  /// the certain, with those that favour neither.
  private func decision(
    _ approve: Side, _ reject: Side, _ present: ClosedRange<Double>,
    favouring favoured: (approve: Bool, quorum: Bool)
  ) -> Decision {
    let isHeavy = favoured.approve == (leaning == .possible)
    var count = BallotCount()
    count.approve = approve.heads
    count.reject = reject.heads
    count.approveWeight = isHeavy ? approve.weight.upperBound : approve.weight.lowerBound
    count.rejectWeight = isHeavy ? reject.weight.lowerBound : reject.weight.upperBound
    count.presentWeight = presentWeight(
      present, heads: approve.heads + reject.heads, isQuorumFavoured: favoured.quorum)
    return rules.decide(count)
  }

  private func presentWeight(
    _ present: ClosedRange<Double>, heads: Int, isQuorumFavoured: Bool
  ) -> Double {
    if heads == rules.all.voterCount { return rules.all.totalWeight }
    let isHeavy = isQuorumFavoured == (leaning == .possible)
    return isHeavy ? present.upperBound : present.lowerBound
  }

  // MARK: The lightest quorum

  /// Votes of one side that are let through.
  struct Quorum {
    var side: Side
    /// The weights of these votes and all of the other side.
    var present: ClosedRange<Double>
  }

  private func quorum(_ counts: [Int], beside other: [Int]) -> Quorum {
    Quorum(side: votes.side(counts), present: votes.weight(counts, other))
  }

  /// The fewest and lightest votes of one side that make a quorum with all votes of the other side,
  /// or all of them if they are too few; nil if even all have too little weight.
  private func fewest(of counts: [Int], beside other: [Int]) -> Quorum? {
    let fewest = lightest(headsMissing(beside: other.reduce(0, +)), of: counts)
    if isQuorumOfHeads { return quorum(fewest, beside: other) }
    if isQuorate(fewest, beside: other) { return quorum(fewest, beside: other) }
    if !isQuorate(counts, beside: other) { return nil }
    let combinations = counts.dropFirst().reduce(1.0) { $0 * Double($1 + 1) }
    if combinations <= Self.combinationsMax { return lightestQuorum(of: counts, beside: other) }
    return leaning == .possible
      ? divisible(of: counts, atLeast: fewest, beside: other)
      : quorum(filled(fewest, from: counts, beside: other), beside: other)
  }

  /// Whether the numbers of votes say whether they are a quorum.
  var isQuorumOfHeads: Bool {
    rules.safeguards.quorumUnit == .voters || votes.areEqual
  }

  /// How many more votes than some a quorum needs, whatever it needs in weight.
  func headsMissing(beside heads: Int) -> Int { max(0, headsRequired - heads) }

  /// The most combinations of votes of all weights but the lightest that are tried.
  private static let combinationsMax = 64.0

  private func isQuorate(_ counts: [Int], beside other: [Int]) -> Bool {
    var count = BallotCount()
    count.approve = counts.reduce(0, +)
    count.reject = other.reduce(0, +)
    count.presentWeight = presentWeight(
      votes.weight(counts, other), heads: count.participants, isQuorumFavoured: true)
    return rules.all.isQuorate(count)
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
  private func lightestQuorum(of counts: [Int], beside other: [Int]) -> Quorum? {
    var best: Quorum?
    func choose(_ chosen: [Int], _ place: Int) {
      if place < counts.count {
        for number in 0...counts[place] {
          var next = chosen
          next[place] = number
          choose(next, place + 1)
        }
        return
      }
      var chosen = chosen
      var (without, with) = (-1, counts[0] + 1)
      while with - without > 1 {
        chosen[0] = (without + with) / 2
        if isQuorate(chosen, beside: other) { with = chosen[0] } else { without = chosen[0] }
      }
      if with > counts[0] { return }
      chosen[0] = with
      let quorum = quorum(chosen, beside: other)
      if best.map({ isLighter(quorum.side, $0.side) }) ?? true { best = quorum }
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
  private func divisible(of counts: [Int], atLeast fewest: [Int], beside other: [Int]) -> Quorum {
    var side = votes.side(fewest)
    let others = votes.side(other).weight
    let required = rules.all.config.quorumFraction * rules.all.totalWeight
    let missing = required * (1 - rounding) - others.upperBound
    let least = max(side.weight.lowerBound, missing)
    side.weight = least...max(least, side.weight.upperBound)
    let low = side.weight.lowerBound + others.lowerBound
    let high = side.weight.upperBound + others.upperBound
    return Quorum(side: side, present: low * (1 - rounding)...high * (1 + rounding))
  }

  /// The relative error that rounding can add to sums of all votes.
  private var rounding: Double { WeightSums.rounding(ofVotes: rules.all.voterCount) }

  /// Some votes and, of the rest, as many of the lightest as a quorum needs.
  private func filled(_ fewest: [Int], from counts: [Int], beside other: [Int]) -> [Int] {
    var filled = fewest
    for place in counts.indices {
      while filled[place] < counts[place] && !isQuorate(filled, beside: other) {
        filled[place] += 1
      }
    }
    return filled
  }
}
