/// How voters who follow a strategy or a plan vote, as far as that is known before any vote is cast.
public enum VoteForecast: Sendable {
  /// Each voter votes with these chances, whatever the others do; nil where it says what it sees.
  case each(@Sendable (ProposalContext) -> VoteChances?)
  /// One draw decides for all of them which of these chances they have.
  case together(@Sendable (ProposalContext) -> [Share])
  /// They see the votes of all others first.
  case lastMove(LastMove)
  /// It cannot be known beforehand, for a reason in plain words.
  case unknown(because: String)

  /// Chances that a draw for a whole group gives to its voters.
  public struct Share: Sendable {
    /// How likely the draw is.
    public let probability: Double
    /// How each voter then votes.
    public let chances: VoteChances

    /// Chances and how likely they are.
    public init(_ probability: Double, _ chances: VoteChances) {
      self.probability = probability
      self.chances = chances
    }
  }

  /// A single vote that is cast for sure.
  public static func always(
    approving isApproval: @escaping @Sendable (ProposalContext) -> Bool
  ) -> VoteForecast {
    .each { .certain(approving: isApproval($0)) }
  }

  /// A single vote against what the facts call for.
  public static let againstTruth = always { !$0.isWarranted }
}

extension VoteChances {
  /// The chances of one voter who draws for itself.
  public static func mean(of shares: [VoteForecast.Share]) -> VoteChances {
    func mean(_ chance: (VoteChances) -> Double) -> Double {
      shares.reduce(0) { $0 + $1.probability * chance($1.chances) }
    }
    return VoteChances(
      approve: mean(\.approve), reject: mean(\.reject), silent: mean(\.silent))
  }
}

/// A proposal, as far as it matters to how voters with a strategy or a plan vote on it.
public struct ProposalContext: Sendable {
  /// Whether the facts call for the action.
  public let isWarranted: Bool
  /// Whether it is aimed at one of the workers whom the plan is about.
  public let isAimedAtTarget: Bool
  /// Whether a vote may be replaced by a later one.
  public let allowsVoteChange: Bool

  /// A proposal of some kind.
  public init(isWarranted: Bool, isAimedAtTarget: Bool, allowsVoteChange: Bool) {
    self.isWarranted = isWarranted
    self.isAimedAtTarget = isAimedAtTarget
    self.allowsVoteChange = allowsVoteChange
  }
}

/// What voters do who wait for the votes of all others.
public enum LastMove: Sendable {
  /// Each votes against the truth where its own vote changes the outcome, else the truth.
  case eachForItself
  /// The fewest who suffice turn the outcome, the others vote the truth.
  case fewestSuffice
}
