/// How voters misbehave who act each for itself.
public struct ByzantineRole: Hashable, Sendable {
  /// What they do when they misbehave.
  public package(set) var strategy: ByzantineStrategy
  /// What a scripted voter does; needed by `scripted` alone.
  public package(set) var script: [ScriptStep]?
  /// The probability, per proposal, that one misbehaves.
  public package(set) var rate: Double
  /// How often one sees the truth when it votes as an honest voter.
  public package(set) var accuracy: Accuracy

  /// Voters who, unless told otherwise, misbehave on every proposal.
  public init(
    strategy: ByzantineStrategy, script: [ScriptStep]? = nil, rate: Double = 1,
    accuracy: Accuracy = .perfect
  ) {
    self.strategy = strategy
    self.script = script
    self.rate = rate
    self.accuracy = accuracy
  }

  func requireInRange() {
    precondition(strategy != .scripted || script != nil, "a scripted voter needs its script")
    requireProbability(rate)
    accuracy.requireInRange()
  }
}

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
