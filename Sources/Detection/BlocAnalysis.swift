import Consensus

/// The blocs that a detector finds in votes, and what is said of each: how it acts, and what harm it
/// does.
public struct BlocAnalysis: Sendable {
  /// A bloc with what is said of it.
  public struct Entry: Sendable {
    /// The bloc.
    public let bloc: Bloc
    /// How it acts and what harm it does; nil beyond the blocs that anybody looks at.
    public let judgement: (profile: BlocProfile, harm: HarmAssessment)?
  }

  /// The detector.
  public let detector: Detector
  /// What it reports, bloc by bloc.
  public let entries: [Entry]
  /// The limit that kept the blocs from being listed: then there are no entries.
  public let limit: CliqueLimit?
  /// How well reported blocs and labels agree; nil without labels.
  public let adjustedRandIndex: Fraction?

  /// Clique methods may report thousands of overlapping blocs; so many are looked into.
  public static let judgedMax = 20

  /// Finds the blocs in some votes, and judges them.
  ///
  /// - Parameters:
  ///   - traits: What proposals differ in, where that is known.
  ///   - thresholds: The share of approvals from which on each proposal is approved; one half where
  ///     nothing is given.
  ///   - labels: What kind each voter is of, where that is known.
  /// - Complexity: that of `Detector.findings`, and of a profile for each bloc judged.
  public init(
    of votes: VoteMatrix, by detector: Detector, traits: [ProposalTrait] = [],
    thresholds: [Double]? = nil, labels: [String]? = nil
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
        thresholds: thresholds)
      return Entry(bloc: bloc, judgement: (profiles[index], harm))
    }
  }
}
