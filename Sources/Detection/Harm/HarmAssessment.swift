import Consensus
import Statistics

/// Whether a bloc does harm, or only votes alike.
///
/// Honest voters who share a base model look like voters who copy, so agreement alone cannot
/// distinguish them. Three questions can. Does any decision depend on the size of the bloc? Do the
/// proposals on which its plan was active share an action or a target? And does the bloc, counted
/// as one voter, disagree with the majority more often than other voters do? Voters who share a
/// view also share its accuracy; voters who share a plan do not depend on the truth.
///
/// A detector may be wrong about a bloc. Accurate voters agree, and disagree with the others where
/// these are wrong. So a bloc is only judged harmful if its votes show a plan.
public struct HarmAssessment: Sendable, Equatable {
  /// The verdict on a bloc.
  public enum Verdict: String, Sendable {
    /// Decisions depend on the bloc, and a test shows that its agreement is not honest.
    case harmful
    /// No decision depends on the bloc.
    case harmless
    /// Decisions depend on the bloc, but its agreement may be honest.
    case unproven
    /// Decisions depend on the bloc, but its votes show no plan: accuracies explain them.
    case unplanned
  }

  /// The action or the target that a plan aims at.
  public struct Aim: Sendable, Equatable {
    /// The trait, such as `target`.
    public let trait: String
    /// The value, such as `worker-3`.
    public let value: String
    /// The p-value: how probable so many active proposals with any one value are by chance.
    public let pValue: Double
  }

  /// How many decisions change, by the rules in force, if the bloc counts as one vote.
  public let decisionsTurned: Int
  /// Whether the votes show a common plan.
  public let showsPlan: Bool
  /// The action or target that stands out most among active proposals, if any.
  public let aim: Aim?
  /// The probability that an honest voter disagrees with the majority as often as the bloc.
  public let dissentPValue: Double

  /// The significance level: with two tests at this level, 1 % of honest blocs are judged harmful.
  public static let level = 0.005

  /// The verdict.
  public var verdict: Verdict {
    if decisionsTurned == 0 { return .harmless }
    if !showsPlan { return .unplanned }
    let isAimed = aim.map { $0.pValue <= Self.level } ?? false
    return isAimed || dissentPValue <= Self.level ? .harmful : .unproven
  }

  /// Assesses a bloc from its profile.
  ///
  /// - Parameters:
  ///   - traits: The properties in which proposals differ, if known.
  ///   - rules: How the proposals were decided; by default by a majority of those who voted.
  /// - Complexity: O(*n* · *m*) in voters and proposals.
  public init(
    of members: [Int], in votes: VoteMatrix, profile: BlocProfile,
    traits: [ProposalTrait] = [], rules: DecisionRules? = nil
  ) {
    let rules =
      rules ?? .majority(voters: votes.voterCount, proposals: votes.proposalCount)
    decisionsTurned = rules.decisionsTurned(by: members, in: votes)
    showsPlan = profile.showsPlan
    aim = Self.aim(of: profile.planProbabilities, traits)
    let rest = (0..<votes.voterCount).filter { !profile.setAside.contains($0) }
    let places = rest.indices.filter { members.contains(rest[$0]) }
    let some = votes.restricted(to: rest)
    dissentPValue = FactionCounts(places, in: some).dissentPValue(in: some)
  }

  /// Fisher's exact test for each value, corrected for the number of values.
  private static func aim(of planProbabilities: [Double], _ traits: [ProposalTrait]) -> Aim? {
    let isActive = planProbabilities.map { $0 >= 0.5 }
    let active = isActive.count { $0 }
    let tails = HypergeometricTails(populationMax: isActive.count)
    let places = traits.flatMap { trait in trait.places.map { (trait: trait.name, place: $0) } }
    let aims = places.map { entry in
      let (value, proposals) = entry.place
      let tail = tails.upperTail(
        atLeast: proposals.count { isActive[$0] }, drawn: active, marked: proposals.count,
        population: isActive.count)
      return Aim(trait: entry.trait, value: value, pValue: min(1, tail * Double(places.count)))
    }
    return aims.firstMax { -$0.pValue }
  }
}
