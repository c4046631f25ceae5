/// The probabilities that a voter approves, rejects, or casts no vote that counts.
///
/// All three are stored: computed as 1 minus the others, a small one would lose its digits.
public struct VoteChances: Hashable, Sendable {
  /// The probability of an approval that is counted.
  public let approve: Double
  /// The probability of a rejection that is counted.
  public let reject: Double
  /// The probability of an abstention, or of no vote at all.
  public let silent: Double

  /// Probabilities that sum to 1.
  public init(approve: Double, reject: Double, silent: Double = 0) {
    precondition(approve >= 0 && reject >= 0 && silent >= 0, "probabilities are not negative")
    precondition((approve + reject + silent - 1).magnitude < 1e-9, "the probabilities sum to 1")
    self.approve = approve
    self.reject = reject
    self.silent = silent
  }

  /// A voter who always approves.
  public static let approving = VoteChances(approve: 1, reject: 0)
  /// A voter who always rejects.
  public static let rejecting = VoteChances(approve: 0, reject: 1)
  /// A voter who never casts a vote that counts.
  public static let silent = VoteChances(approve: 0, reject: 0, silent: 1)

  /// A voter who always votes for one side.
  public static func certain(approving: Bool) -> VoteChances { approving ? .approving : .rejecting }

  /// A voter who sees the truth with a probability and votes accordingly.
  public static func seeing(
    right: Double, wrong: Double, warranted isWarranted: Bool
  ) -> VoteChances {
    VoteChances(approve: isWarranted ? right : wrong, reject: isWarranted ? wrong : right)
  }

  /// The same voter, if its vote counts only with a probability.
  public func heard(_ heard: Double, missed: Double) -> VoteChances {
    VoteChances(
      approve: heard * approve, reject: heard * reject, silent: heard * silent + missed)
  }

  /// A mixture of two voters, with the probability of this one.
  public func mixed(_ share: Double, with other: VoteChances, _ rest: Double) -> VoteChances {
    VoteChances(
      approve: share * approve + rest * other.approve,
      reject: share * reject + rest * other.reject,
      silent: share * silent + rest * other.silent)
  }

  /// The probability that the vote counts for the quorum.
  public var counted: Double { approve + reject }
}
