import Consensus

/// The voting power over some actions: coalitions that force or block an approval, and power
/// indices.
public struct VotingPower: Sendable {
  /// The fewest voters who can do something together.
  public struct Coalition: Sendable, Equatable {
    /// One such coalition: the heaviest voters.
    public let members: [Int]
    /// The number of coalitions of this size that can do it; nil if they are too many to count, or
    /// if it depends on the rounding of sums whether these can.
    public let count: UInt128?
  }

  /// The power of one voter.
  public struct Share: Sendable, Equatable {
    /// The voter.
    public let voter: Int
    /// The weight of its vote, after any cap.
    public let weight: Double
    /// The probability that it decides if all others toss a coin (Penrose, Banzhaf).
    public let banzhaf: Double
    /// The same divided by the sum over all voters.
    public let banzhafIndex: Double
    /// The share of all orders of voters in which it changes the outcome (Shapley, Shubik).
    public let shapleyShubik: Double
  }

  /// The kind of actions.
  public let actions: ActionKind
  /// The voters who can force an approval alone, heaviest first.
  public let deciders: [Int]
  /// The voters without whom nothing is approved, heaviest first.
  public let blockers: [Int]
  /// The smallest coalition that forces an approval; nil if not even all voters do.
  public let forcing: Coalition?
  /// The smallest coalition that blocks an approval; nil if not even all voters do.
  public let blocking: Coalition?
  /// The power of each voter, largest first; nil if there are too many coalitions to count.
  ///
  /// That is so beyond 127 voters, or if the weights have no common unit of sufficient size.
  public let shares: [Share]?

  /// The power of each voter under some rules.
  ///
  /// The numbers of coalitions are exact; they assume that sums of weights are not rounded.
  ///
  /// - Complexity: O(*n* log *n*), and O(*n*² · *w*) for *n* voters with *w* units of weight in all
  ///   if coalitions are counted.
  public init(_ rules: VotingRules, _ actions: ActionKind) {
    self.actions = actions
    let order = RankedVoters(rules).order
    let game = ApprovalGame(rules, critical: actions == .critical)
    deciders = order.filter { game.forces(size: 1, weight: rules.weights[$0]) }
    blockers = order.filter { game.blocks(size: 1, weight: rules.weights[$0]) }

    let counting = Counting(rules, game)
    forcing = rules.smallest(of: order, where: game.forces).map { members in
      Coalition(members: members, count: counting?.forcing(asManyAs: members))
    }
    blocking = rules.smallest(of: order, where: game.blocks).map { members in
      Coalition(members: members, count: counting?.blocking(asManyAs: members))
    }
    shares = counting?.shares(of: order, rules.weights)
  }
}

extension VotingRules {
  /// The fewest of the heaviest voters who can do something.
  fileprivate func smallest(
    of order: [Int], where can: (_ size: Int, _ weight: Double) -> Bool
  ) -> [Int]? {
    if can(0, 0) { return [] }
    var weight = 0.0
    for (place, voter) in order.enumerated() {
      weight += weights[voter]
      if can(place + 1, weight) { return order.prefix(place + 1).sorted() }
    }
    return nil
  }
}

/// The parts that need counts of coalitions.
private struct Counting {
  private let weights: WholeWeights
  private let coalitions: CoalitionCounts
  private let game: CountedGame

  init?(_ rules: VotingRules, _ game: ApprovalGame) {
    guard let weights = WholeWeights(rules.weights),
      let coalitions = CoalitionCounts(weights.counts)
    else { return nil }
    self.weights = weights
    self.coalitions = coalitions
    self.game = CountedGame(game, weights)
  }

  func forcing(asManyAs members: [Int]) -> UInt128? {
    count(like: members, game.forcingWeights(size: members.count))
  }

  func blocking(asManyAs members: [Int]) -> UInt128? {
    count(like: members, game.blockingWeights(size: members.count))
  }

  /// The number of coalitions of the size of one, and of some weights; nil if it has none of these.
  private func count(like members: [Int], _ weights: Range<Int>) -> UInt128? {
    let weight = members.reduce(0) { $0 + self.weights.counts[$1] }
    return weights.contains(weight)
      ? weights.reduce(0) { $0 + coalitions[members.count, $1] } : nil
  }

  func shares(of order: [Int], _ counted: [Double]) -> [VotingPower.Share] {
    var powers: [Int: Power] = [:]
    for weight in weights.counts where powers[weight] == nil {
      powers[weight] = Power(of: weight, in: game, among: coalitions.removing(weight: weight))
    }
    let all = weights.counts.reduce(0.0) { $0 + (powers[$1]?.banzhaf ?? 0) }
    return order.compactMap { voter in
      powers[weights.counts[voter]].map { power in
        VotingPower.Share(
          voter: voter, weight: counted[voter], banzhaf: power.banzhaf,
          banzhafIndex: all > 0 ? power.banzhaf / all : 0, shapleyShubik: power.shapleyShubik)
      }
    }
  }
}

/// The power of a voter with some weight.
private struct Power {
  /// The share of the others' coalitions that only force an approval with this voter.
  var banzhaf = 0.0
  /// The same share for each size of coalitions, averaged over the sizes.
  var shapleyShubik = 0.0

  init(of weight: Int, in game: CountedGame, among others: CoalitionCounts) {
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
