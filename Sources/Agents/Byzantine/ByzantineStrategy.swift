/// What a faulty voter does who acts for itself alone; raw values are the words of scenarios.
public enum ByzantineStrategy: String, CaseIterable, Hashable, Sendable {
  /// Votes against the truth.
  case oppose
  case approveAll = "approve_all"
  case rejectAll = "reject_all"
  /// Tosses a fair coin for each proposal.
  case random
  case abstain
  /// Votes both ways.
  case doubleVote = "double_vote"
  /// Votes the truth, and changes to the opposite just before the deadline.
  case flip
  /// Waits until just before the deadline, and votes against the truth where that decides.
  case lastMover = "last_mover"
  /// Votes against the truth at once, and calls the tally the moment the wrong outcome would stand.
  case rush
  /// Calls the tally as soon as a proposal opens.
  case prematureTally = "premature_tally"
  /// Votes against the truth under other voters' ids before they do.
  case impersonate
  /// Opens unwarranted proposals, as many as it may.
  case flood
  /// Tells different replicas different votes; centrally it votes both ways.
  case equivocate
  /// Does what a script says.
  case scripted
}

/// Where each word is given its meaning.
extension ByzantineStrategy {
  /// What voters with the strategy do, given the script of those who take one.
  func misconduct(script: [ScriptStep] = []) -> any StrategyBehaviour {
    switch self {
    case .oppose: Oppose()
    case .approveAll: ApproveAll()
    case .rejectAll: RejectAll()
    case .random: VoteAtRandom()
    case .abstain: AbstainAlways()
    case .doubleVote: DoubleVote()
    case .flip: Flip()
    case .lastMover: LastMover()
    case .rush: Rush()
    case .prematureTally: PrematureTally()
    case .impersonate: Impersonate()
    case .flood: Flood()
    case .equivocate: Equivocate()
    case .scripted: FollowScript(script: script)
    }
  }

  /// What is to be known of the strategy without running it.
  public var traits: BehaviourTraits { type(of: misconduct()).traits }
}
