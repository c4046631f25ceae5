import Consensus

/// Who can force or block an approval, and how often each voter is the one who matters.
public struct VotingPower: Sendable {
  /// The fewest voters who can do something together.
  public struct Coalition: Sendable, Equatable {
    /// One such coalition: the heaviest voters.
    public let members: [Int]
    /// How many coalitions of as few voters can do it.
    public let count: UInt128
  }

  /// How much a voter's vote matters.
  public struct Share: Sendable, Equatable {
    /// The voter.
    public let voter: Int
    /// The weight with which it counts.
    public let weight: Double
    /// The probability that it decides when all others toss a coin (Penrose, Banzhaf).
    public let banzhaf: Double
    /// The same as a part of all voters' together.
    public let banzhafIndex: Double
    /// The share of all orders of voters in which it turns the outcome (Shapley, Shubik).
    public let shapleyShubik: Double
    /// Whether it can force an approval all alone.
    public let decidesAlone: Bool
    /// Whether nothing is approved against it.
    public let blocksAlone: Bool
  }

  /// For which actions.
  public let actions: ActionKind
  /// The smallest coalition that forces an approval; nil if not even all voters do.
  public let forcing: Coalition?
  /// The smallest coalition that blocks an approval; nil if not even all voters do.
  public let blocking: Coalition?
  /// The voters, those first who decide or block alone, then by power.
  public let shares: [Share]

  /// The power of each voter; nil where there are too many of them, or their weights have no common
  /// unit that is not too small.
  ///
  /// The numbers of coalitions are exact. Sums of weights are taken as if they were never rounded.
  /// - Complexity: O(*n*² · *w*) for *n* voters of *w* units together.
  public init?(_ rules: VotingRules, _ actions: ActionKind) {
    guard let weights = WholeWeights(rules.weights),
      let coalitions = CoalitionCounts(weights.counts)
    else { return nil }
    let game = ApprovalGame(rules, critical: actions == .critical, weights: weights)
    self.actions = actions
    let order = RankedVoters(rules).order
    forcing = Self.smallest(game, order, coalitions) { game.forces(size: $0, weight: $1) }
    blocking = Self.smallest(game, order, coalitions) { game.blocks(size: $0, weight: $1) }

    let levels = Set(weights.counts).sorted()
    let powers = levels.map { Power(of: $0, in: game, among: coalitions.removing(weight: $0)) }
    let all = weights.counts.reduce(0.0) { sum, weight in
      sum + (levels.firstIndex(of: weight).map { powers[$0].banzhaf } ?? 0)
    }
    shares = order.compactMap { voter in
      let weight = weights.counts[voter]
      guard let level = levels.firstIndex(of: weight) else { return nil }
      return Share(
        voter: voter, weight: rules.weights[voter], banzhaf: powers[level].banzhaf,
        banzhafIndex: all > 0 ? powers[level].banzhaf / all : 0,
        shapleyShubik: powers[level].shapleyShubik,
        decidesAlone: game.forces(size: 1, weight: weight),
        blocksAlone: game.blocks(size: 1, weight: weight))
    }
  }

  /// The heaviest voters who can do something, no more of them than it takes.
  private static func smallest(
    _ game: ApprovalGame, _ order: [Int], _ coalitions: CoalitionCounts,
    where can: (Int, Int) -> Bool
  ) -> Coalition? {
    var weight = 0
    for (place, voter) in order.enumerated() {
      weight += game.weights.counts[voter]
      let size = place + 1
      if !can(size, weight) { continue }
      let count = (0...game.weights.total).reduce(UInt128(0)) { count, weight in
        can(size, weight) ? count + coalitions[size, weight] : count
      }
      return Coalition(members: order.prefix(size).sorted(), count: count)
    }
    return nil
  }
}

/// The power of a voter of some weight.
private struct Power {
  /// The share of coalitions of the others that it turns from one that does not force to one that does.
  var banzhaf = 0.0
  /// The same share among coalitions of each size, averaged over the sizes.
  var shapleyShubik = 0.0

  init(of weight: Int, in game: ApprovalGame, among others: CoalitionCounts) {
    var turned = UInt128(0)
    var coalitionsOfSize = 1.0
    for size in 0..<game.voterCount {
      let turnedOfSize = game.weightsTurned(size: size, by: weight)
        .reduce(UInt128(0)) { $0 + others[size, $1] }
      turned += turnedOfSize
      shapleyShubik += Double(turnedOfSize) / coalitionsOfSize / Double(game.voterCount)
      // The binomial coefficient of the next size.
      coalitionsOfSize *= Double(game.voterCount - 1 - size)
      coalitionsOfSize /= Double(size + 1)
    }
    banzhaf = Double(turned) / Double(UInt128(1) << UInt128(game.voterCount - 1))
  }
}
