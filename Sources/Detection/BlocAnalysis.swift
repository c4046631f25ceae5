import Consensus

/// The blocs that a detector finds in votes, with an analysis of each: how it acts, and whether it
/// does harm.
public struct BlocAnalysis: Sendable {
  /// A bloc with its analysis.
  public struct Entry: Sendable {
    /// The bloc.
    public let bloc: Bloc
    /// How it acts and whether it does harm; nil beyond the first blocs.
    public let judgement: (profile: BlocProfile, harm: HarmAssessment)?
  }

  /// The detector.
  public let detector: Detector
  /// The reported blocs.
  public let entries: [Entry]
  /// The limit that stopped the search for blocs; then there are no entries.
  public let limit: CliqueLimit?
  /// The adjusted Rand index of the blocs and the labels; nil without labels.
  package let adjustedRandIndex: Fraction?

  /// Clique methods may report thousands of overlapping blocs; only this many are analysed.
  public static let judgedMax = 20

  /// Finds the blocs in some votes, and analyses them.
  ///
  /// - Parameters:
  ///   - traits: The properties in which proposals differ, if known.
  ///   - rules: How the proposals were decided; by default by a majority of those who voted.
  ///   - labels: The kind of each voter, if known.
  /// - Complexity: that of `Detector.findings`, and of a profile for each analysed bloc.
  public init(
    of votes: VoteMatrix, by detector: Detector, traits: [ProposalTrait] = [],
    rules: DecisionRules? = nil, labels: [String]? = nil
  ) {
    self.detector = detector
    let findings = detector.findings(in: votes)
    limit = findings.limit
    adjustedRandIndex = labels.map { findings.adjustedRandIndex(labels: $0) }
    let isPlanned = detector.method == .groupLikelihood || findings.blocs.isEmpty
    let planned = isPlanned ? findings : Detector(.groupLikelihood).findings(in: votes)
    let profiles = findings.profiles(in: votes, beside: planned.blocs, first: Self.judgedMax)
    entries = findings.blocs.enumerated().map { index, bloc in
      guard index < profiles.count else { return Entry(bloc: bloc, judgement: nil) }
      let harm = HarmAssessment(
        of: bloc.members, in: votes, profile: profiles[index], traits: traits,
        rules: rules)
      return Entry(bloc: bloc, judgement: (profiles[index], harm))
    }
  }
}
