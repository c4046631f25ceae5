import Consensus
import Statistics

/// Whether a bloc does harm, or merely votes alike.
///
/// Honest voters who share a base model look like voters who copy: agreement alone cannot tell them
/// apart. Three things can. Does any decision hang on the bloc's being many? Do the proposals on
/// which its plan was active have an action or a target in common? And is the bloc, counted as one
/// voter, at odds with the majority more often than other voters are? Those who share a view share
/// its accuracy, too; those who share a plan do not care.
///
/// A detector may be wrong in what it calls a bloc. Voters who are accurate agree, and are at odds with
/// the others wherever these are wrong. So harm is claimed only where a plan shows at all.
public struct HarmAssessment: Sendable, Equatable {
  /// What comes of it.
  public enum Verdict: String, Sendable {
    /// Decisions hang on the bloc, and one of the tests says that this is no honest agreement.
    case harmful
    /// No decision hangs on the bloc.
    case harmless
    /// Decisions hang on the bloc, but it may well be honest.
    case unproven
    /// Decisions hang on the bloc, but no plan shows: accuracies explain its votes.
    case unplanned
  }

  /// A value that a bloc's plan is after.
  public struct Aim: Sendable, Equatable {
    /// The trait, such as `target`.
    public let trait: String
    /// The value, such as `worker-3`.
    public let value: String
    /// How probable so many active proposals of any one value are by chance.
    public let pValue: Double
  }

  /// How many decisions turn when the bloc is counted as one vote.
  public let decisionsTurned: Int
  /// Whether the members share a plan at all.
  public let showsPlan: Bool
  /// The action or target that stands out most among active proposals, where there is any.
  public let aim: Aim?
  /// How probable it is that an honest voter disagrees with the majority as often as the bloc.
  public let dissentPValue: Double

  /// Below this a test counts: two tests at this level claim harm of honest voters in 1 %.
  public static let level = 0.005

  /// The verdict.
  public var verdict: Verdict {
    if decisionsTurned == 0 { return .harmless }
    if !showsPlan { return .unplanned }
    let isAimed = aim.map { $0.pValue <= Self.level } ?? false
    return isAimed || dissentPValue <= Self.level ? .harmful : .unproven
  }

  /// Assesses a bloc by what its profile says.
  ///
  /// - Parameters:
  ///   - traits: What proposals differ in, where that is known.
  ///   - thresholds: The share of approvals from which on each proposal is approved; one half where
  ///     nothing is given.
  /// - Complexity: O(*n* · *m*) in voters and proposals.
  public init(
    of members: [Int], in votes: VoteMatrix, profile: BlocProfile,
    traits: [ProposalTrait] = [], thresholds: [Double]? = nil
  ) {
    let counts = FactionCounts(members, in: votes)
    decisionsTurned = counts.indices.count { proposal in
      let threshold = thresholds?[proposal] ?? 0.5
      return counts[proposal].decisionTurns(threshold: threshold)
    }
    showsPlan = profile.showsPlan
    aim = Self.aim(of: profile.planProbabilities, traits)
    let rest = (0..<votes.voterCount).filter { !profile.setAside.contains($0) }
    let places = rest.indices.filter { members.contains(rest[$0]) }
    let some = votes.restricted(to: rest)
    dissentPValue = FactionCounts(places, in: some).dissentPValue(in: some)
  }

  /// Fisher's exact test of each value, corrected for their number.
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
