/// How likely one voter approves, rejects, or says nothing that counts.
///
/// All three are kept, because taking one from 1 would lose the digits of a small one.
public struct VoteChances: Hashable, Sendable {
  /// The probability of an approval that is counted.
  public let approve: Double
  /// The probability of a rejection that is counted.
  public let reject: Double
  /// The probability of an abstention, or of no vote at all.
  public let silent: Double

  /// Three probabilities that add up to 1.
  public init(approve: Double, reject: Double, silent: Double = 0) {
    precondition(approve >= 0 && reject >= 0 && silent >= 0, "probabilities are not negative")
    precondition((approve + reject + silent - 1).magnitude < 1e-9, "the probabilities sum to 1")
    self.approve = approve
    self.reject = reject
    self.silent = silent
  }

  /// Somebody who always approves.
  public static let approving = VoteChances(approve: 1, reject: 0)
  /// Somebody who always rejects.
  public static let rejecting = VoteChances(approve: 0, reject: 1)
  /// Somebody who never says anything that counts.
  public static let silent = VoteChances(approve: 0, reject: 0, silent: 1)

  /// Somebody who always votes for one side.
  public static func certain(approving: Bool) -> VoteChances { approving ? .approving : .rejecting }

  /// Somebody who sees the truth with a probability and votes on what it sees.
  public static func seeing(
    right: Double, wrong: Double, warranted isWarranted: Bool
  ) -> VoteChances {
    VoteChances(approve: isWarranted ? right : wrong, reject: isWarranted ? wrong : right)
  }

  /// The same voter, whose vote counts with a probability alone.
  public func heard(_ heard: Double, missed: Double) -> VoteChances {
    VoteChances(
      approve: heard * approve, reject: heard * reject, silent: heard * silent + missed)
  }

  /// One of two voters, this one with a probability.
  public func mixed(_ share: Double, with other: VoteChances, _ rest: Double) -> VoteChances {
    VoteChances(
      approve: share * approve + rest * other.approve,
      reject: share * reject + rest * other.reject,
      silent: share * silent + rest * other.silent)
  }

  /// The probability that the voter counts for the quorum.
  public var counted: Double { approve + reject }
}
