import Agents

/// Proposals that are alike as far as it matters to how groups vote on them.
struct ProposalClass {
  /// Whether the facts call for the action.
  let isWarranted: Bool
  /// The number of one of them, from 1.
  let number: Int
  /// The worker they are aimed at, counted from 1; nil for those whom no plan is about.
  let target: Int?
  /// Whether a vote may be replaced by a later one.
  let allowsVoteChange: Bool

  /// What voters see of it whose strategy is about nobody.
  var context: ProposalContext { context(aimedAt: []) }

  /// What voters see of it whose plan is about some workers.
  func context(aimedAt targets: [Int]) -> ProposalContext {
    ProposalContext(
      isWarranted: isWarranted, isAimedAtTarget: target.map { targets.contains($0) } ?? false,
      allowsVoteChange: allowsVoteChange)
  }
}
