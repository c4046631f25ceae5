import Consensus

/// Who can force or block an approval, and how often each voter is the one who matters.
public struct VotingPower: Sendable {
  /// The fewest voters who can do something together.
  public struct Coalition: Sendable, Equatable {
    /// One such coalition: the heaviest voters.
    public let members: [Int]
    /// How many coalitions of as few voters can do it; nil where they are too many to be counted.
    public let count: UInt128?
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
  }

  /// For which actions.
  public let actions: ActionKind
  /// Who can force an approval all alone, the heaviest first.
  public let deciders: [Int]
  /// Against whom nothing is approved, the heaviest first.
  public let blockers: [Int]
  /// The smallest coalition that forces an approval; nil if not even all voters do.
  public let forcing: Coalition?
  /// The smallest coalition that blocks an approval; nil if not even all voters do.
  public let blocking: Coalition?
  /// The voters, the most powerful first; nil where there are too many coalitions to be counted.
  ///
  /// That is so beyond 127 voters, or where the weights have no common unit that is not too small.
  public let shares: [Share]?

  /// The power of each voter under some rules.
  ///
  /// The numbers of coalitions are exact; in them, sums of weights are taken as never rounded.
  /// - Complexity: O(*n* log *n*), and O(*n*² · *w*) for *n* voters of *w* units together where
  ///   coalitions are counted.
  public init(_ rules: VotingRules, _ actions: ActionKind) {
    self.actions = actions
    let order = RankedVoters(rules).order
    let game = ApprovalGame(rules, critical: actions == .critical)
    deciders = order.filter { game.forces(size: 1, weight: rules.weights[$0]) }
    blockers = order.filter { game.blocks(size: 1, weight: rules.weights[$0]) }

    let counting = Counting(rules, game)
    forcing = rules.smallest(of: order, where: game.forces).map { members in
      Coalition(members: members, count: counting?.forcing(size: members.count))
    }
    blocking = rules.smallest(of: order, where: game.blocks).map { members in
      Coalition(members: members, count: counting?.blocking(size: members.count))
    }
    shares = counting?.shares(of: order, rules.weights)
  }
}

extension VotingRules {
  /// The heaviest voters who can do something, no more of them than it takes.
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

/// Everything that needs coalitions to be counted.
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

  func forcing(size: Int) -> UInt128 { count(size, game.forcingWeights(size: size)) }

  func blocking(size: Int) -> UInt128 { count(size, game.blockingWeights(size: size)) }

  private func count(_ size: Int, _ weights: Range<Int>) -> UInt128 {
    weights.reduce(0) { $0 + coalitions[size, $1] }
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

/// The power of a voter of some weight.
private struct Power {
  /// The share of the others' coalitions that it turns from one that does not force to one that does.
  var banzhaf = 0.0
  /// The same share among coalitions of each size, averaged over the sizes.
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
