/// The counts that trials of a cell can have, as far as the cell decides them.
package struct PossibleCounts: Sendable {
  /// The number of proposals that the workload tries to open in a trial.
  package var proposalsTried = 0
  /// Whether faulty voters open proposals, too.
  package var hasFlood = false
  /// Whether faulty voters vote in the name of others.
  package var hasForgeries = false
  /// A number of votes that nobody exceeds on a proposal in a ballot box, with all those that are
  /// refused.
  package var votesPerOutcomeMax = 1 << 48
  /// The harm of an approved unwarranted proposal, in millionths, by action.
  package var falseApprovalHarm = 0...Int.max
  /// The harm of a rejected warranted proposal.
  package var falseRejectionHarm = 0...Int.max
  /// The harm of a proposal that is neither approved nor rejected.
  package var failureHarm = 0...Int.max
  /// Whether detectors have a bloc to find; nil if that is unknown.
  package var hasBloc: Bool?

  /// Counts of which nothing is known.
  package init() {}
}
