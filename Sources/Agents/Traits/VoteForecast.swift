/// How voters with a strategy or a plan vote, as far as that is known before any vote is cast.
public enum VoteForecast: Sendable {
  /// Each voter votes with these probabilities, independently; nil where it votes as it sees the
  /// facts.
  case each(@Sendable (ProposalContext) -> VoteChances?)
  /// One random draw decides which of these probabilities all of them have.
  case together(@Sendable (ProposalContext) -> [Share])
  /// They see the votes of all other voters first.
  case lastMove(LastMove)
  /// Unknown in advance, for a reason in plain words.
  case unknown(because: String)

  /// Probabilities that a random draw of the whole group selects.
  public struct Share: Sendable {
    /// The probability of the draw.
    public let probability: Double
    /// The probabilities of each voter after the draw.
    public let chances: VoteChances

    /// Probabilities of votes, with the probability of the draw.
    public init(_ probability: Double, _ chances: VoteChances) {
      self.probability = probability
      self.chances = chances
    }
  }

  /// A single vote that is certain.
  public static func always(
    approving isApproval: @escaping @Sendable (ProposalContext) -> Bool
  ) -> VoteForecast {
    .each { .certain(approving: isApproval($0)) }
  }

  /// A vote against the truth that is certain.
  public static let againstTruth = always { !$0.isWarranted }
}

extension VoteChances {
  /// The probabilities of one voter, averaged over its own draws.
  public static func mean(of shares: [VoteForecast.Share]) -> VoteChances {
    func mean(_ chance: (VoteChances) -> Double) -> Double {
      shares.reduce(0) { $0 + $1.probability * chance($1.chances) }
    }
    return VoteChances(
      approve: mean(\.approve), reject: mean(\.reject), silent: mean(\.silent))
  }
}

/// What matters of a proposal for the votes of voters with a strategy or a plan.
public struct ProposalContext: Sendable {
  /// Whether the facts call for the action.
  public let isWarranted: Bool
  /// Whether it is aimed at one of the workers that the plan is about.
  public let isAimedAtTarget: Bool
  /// Whether a later vote replaces an earlier one.
  public let allowsVoteChange: Bool

  /// A proposal with these properties.
  public init(isWarranted: Bool, isAimedAtTarget: Bool, allowsVoteChange: Bool) {
    self.isWarranted = isWarranted
    self.isAimedAtTarget = isAimedAtTarget
    self.allowsVoteChange = allowsVoteChange
  }
}

/// What voters do who wait for the votes of all others.
public enum LastMove: Sendable {
  /// Each votes against the truth where its own vote changes the outcome, otherwise for the truth.
  case eachForItself
  /// Just enough of them change the outcome; the others vote for the truth.
  case fewestSuffice
  /// Each repeats the vote of one of the victims, who are taken in turns, or votes for the truth if
  /// that one has not voted.
  case repeatVictims
  /// All vote against the victims if these agree and would be outvoted, otherwise for the truth.
  case isolateVictims

  /// Whether it depends on votes of single voters.
  public var isAboutVictims: Bool {
    switch self {
    case .repeatVictims, .isolateVictims: true
    case .eachForItself, .fewestSuffice: false
    }
  }
}
