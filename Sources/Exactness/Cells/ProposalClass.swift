import Agents

/// Proposals that do not differ in how groups vote on them.
struct ProposalClass {
  /// Whether the facts call for the action.
  let isWarranted: Bool
  /// The number of one such proposal, from 1.
  let number: Int
  /// The target, counted from 1; nil for workers that no plan is about.
  let target: Int?
  /// Whether a later vote replaces an earlier one.
  var allowsVoteChange: Bool

  /// The proposal as voters see it whose strategy has no targets.
  var context: ProposalContext { context(aimedAt: []) }

  /// The proposal as voters see it whose plan is about some workers.
  func context(aimedAt targets: [Int]) -> ProposalContext {
    ProposalContext(
      isWarranted: isWarranted, isAimedAtTarget: target.map { targets.contains($0) } ?? false,
      allowsVoteChange: allowsVoteChange)
  }
}
