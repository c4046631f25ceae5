import Consensus
import Detection
import Votes

/// The blocs that a detector finds in one file, for people and for programs.
public struct BlocReport: Sendable {
  /// A bloc with what is said of it.
  struct Entry: Sendable {
    let bloc: Bloc
    /// How it acts and what harm it does; nil beyond the blocs that anybody looks at.
    let judgement: (profile: BlocProfile, harm: HarmAssessment)?
  }

  let file: String
  let table: VoteTable
  let detector: Detector
  let findings: Findings
  let entries: [Entry]
  /// How well reported blocs and labels agree; nil without labels.
  let adjustedRandIndex: Fraction?

  /// Clique methods may report thousands of overlapping blocs; so many are looked into.
  private static let judgedMax = 20

  /// Finds the blocs in a file's votes.
  public init(file: String, table: VoteTable, detector: Detector) {
    self.file = file
    self.table = table
    self.detector = detector
    let findings = detector.findings(in: table.votes)
    self.findings = findings
    adjustedRandIndex = table.labels.map { findings.adjustedRandIndex(labels: $0) }
    let traits = [
      ProposalTrait("action", values: table.actions),
      ProposalTrait("target", values: table.targets),
    ]
    let isPlanned = detector.method == .groupLikelihood || findings.blocs.isEmpty
    let planned = isPlanned ? findings : Detector(.groupLikelihood).findings(in: table.votes)
    let profiles = findings.profiles(
      in: table.votes, beside: planned.blocs, first: Self.judgedMax)
    entries = findings.blocs.enumerated().map { index, bloc in
      guard index < profiles.count else { return Entry(bloc: bloc, judgement: nil) }
      let harm = HarmAssessment(
        of: bloc.members, in: table.votes, profile: profiles[index],
        traits: traits, thresholds: table.thresholds)
      return Entry(bloc: bloc, judgement: (profiles[index], harm))
    }
  }

  /// Why no bloc is listed though there may be some.
  var notice: String? {
    findings.limit.map { limit in
      "the voters form more than \(limit.cliquesMax) overlapping blocs, or finding them takes more "
        + "than \(limit.stepsMax) steps; raise the threshold"
    }
  }

  func names(_ bloc: Bloc) -> [String] { bloc.members.map { table.voters[$0] } }
}
