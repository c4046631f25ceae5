/// The protocol without names, texts and log: voters and proposals are numbers from 0.
///
/// All decisions of the protocol are made here. `ConsensusProtocol` adds names and the audit log;
/// the simulator and the exhaustive exploration use it directly. After the first proposals nothing
/// here allocates, because `reset` keeps the memory.
public struct BallotBox: Sendable {
  /// The rules in force.
  public let rules: VotingRules
  /// The proposals, in the order of their opening.
  public private(set) var ballots: [Ballot] = []

  /// The vote of each voter on each proposal: all voters for the first proposal, then for the next.
  private var votes: [VoteValue?] = []
  /// The voters on each proposal in the order of their first votes, laid out like `votes`.
  private var order: [Int32] = []
  private var openBallots: [Int]
  /// What a new proposal adds to `votes` and `order`: arrays are added as a whole, where other
  /// sequences would be added one by one in builds without optimisation.
  private let noVotes: [VoteValue?]
  private let noOrder: [Int32]

  /// A ballot box without proposals.
  public init(rules: VotingRules) {
    self.rules = rules
    openBallots = Array(repeating: 0, count: rules.voterCount)
    noVotes = Array(repeating: nil, count: rules.voterCount)
    noOrder = Array(repeating: 0, count: rules.voterCount)
  }

  /// Removes all proposals and keeps the memory.
  public mutating func reset() {
    ballots.removeAll(keepingCapacity: true)
    votes.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    for voter in openBallots.indices { openBallots[voter] = 0 }
  }

  /// The vote of a voter on a proposal, if any.
  public func vote(of voter: Int, on proposal: Int) -> VoteValue? {
    votes[proposal * rules.voterCount + voter]
  }

  /// The voters who have voted on a proposal, in the order of their first votes.
  public func votersInOrder(on proposal: Int) -> some Collection<Int> {
    let start = proposal * rules.voterCount
    return order[start..<start + ballots[proposal].votersHeard].lazy.map { Int($0) }
  }

  // MARK: Operations

  /// Opens a proposal and returns its number.
  public mutating func propose(
    by proposer: Int, critical: Bool, deadline: Instant? = nil, isAuthentic: Bool = true
  ) throws(Refusal) -> Int {
    try checkProposal(by: proposer, isAuthentic: isAuthentic)
    openBallots[proposer] += 1
    ballots.append(Ballot(proposer: proposer, isCritical: critical, deadline: deadline))
    votes += noVotes
    order += noOrder
    return ballots.count - 1
  }

  /// Throws the error that `propose` would throw now.
  public func checkProposal(by proposer: Int, isAuthentic: Bool = true) throws(Refusal) {
    try check(voter: proposer, isAuthentic: isAuthentic)
    if openBallots[proposer] >= rules.config.maxActiveProposals { throw .proposalLimit }
  }

  /// Accepts a vote and returns its index in the order of voters; a changed vote keeps its index.
  @discardableResult
  public mutating func vote(
    _ value: VoteValue, by voter: Int, on proposal: Int, at now: Instant, isAuthentic: Bool = true
  ) throws(Refusal) -> Int {
    guard ballots.indices.contains(proposal) else { throw .unknownProposal }
    guard ballots[proposal].status == .open else { throw .notOpen }
    if isOver(proposal, at: now) {
      close(proposal, as: .expired)
      throw .expired
    }
    try check(voter: voter, isAuthentic: isAuthentic)

    let cell = proposal * rules.voterCount + voter
    if votes[cell] != nil {
      if !rules.config.allowVoteChange { throw .alreadyVoted }
      votes[cell] = value
      return recount(proposal, afterChangeBy: voter)
    }
    let place = ballots[proposal].votersHeard
    votes[cell] = value
    order[proposal * rules.voterCount + place] = Int32(voter)
    ballots[proposal].count.add(value, weight: rules.weights[voter])
    return place
  }

  /// Counts the votes and decides; for a decided proposal it returns the same outcome again.
  @discardableResult
  public mutating func tally(_ proposal: Int, at now: Instant) throws(Refusal) -> TallyOutcome {
    guard ballots.indices.contains(proposal) else { throw .unknownProposal }
    switch ballots[proposal].status {
    case .decided, .executed:
      if let outcome = ballots[proposal].outcome { return outcome }
    case .open where isOver(proposal, at: now): close(proposal, as: .expired)
    case .open, .expired: break
    }
    let outcome =
      ballots[proposal].status == .expired ? TallyOutcome.expired : outcome(of: proposal, at: now)
    ballots[proposal].outcome = outcome
    if ballots[proposal].status == .open && outcome.decision != .pending {
      close(proposal, as: .decided)
    }
    return outcome
  }

  /// Marks an approved proposal as executed: true the first time, otherwise false.
  public mutating func execute(_ proposal: Int) throws(Refusal) -> Bool {
    guard ballots.indices.contains(proposal) else { throw .unknownProposal }
    guard ballots[proposal].status == .decided,
      ballots[proposal].outcome?.decision == .approved
    else { return false }
    ballots[proposal].status = .executed
    return true
  }

  // MARK: Looking ahead

  /// What a final tally would decide on a proposal if some more votes were cast.
  ///
  /// - Complexity: O(*k*) in the votes added; O(*n* · *k*) for a quorum by weight.
  public func decision(
    on proposal: Int, adding votes: [(voter: Int, value: VoteValue)]
  ) -> Decision {
    var count = ballots[proposal].count
    for (voter, value) in votes { count.add(value, weight: rules.weights[voter]) }
    if rules.safeguards.quorumUnit == .weight {
      count.presentWeight = weight { voter in
        let added = votes.first { $0.voter == voter }?.value
        return (added ?? vote(of: voter, on: proposal))?.isParticipation ?? false
      }
    }
    return rules.decide(count, critical: ballots[proposal].isCritical)
  }

  // MARK: Steps of the operations

  @inline(__always)
  private func check(voter: Int, isAuthentic: Bool) throws(Refusal) {
    guard rules.weights.indices.contains(voter) else { throw .unknownVoter }
    if rules.safeguards.authentication == .hmac && !isAuthentic { throw .notAuthentic }
  }

  private func isOver(_ proposal: Int, at now: Instant) -> Bool {
    guard let deadline = ballots[proposal].deadline else { return false }
    return now > deadline
  }

  private mutating func close(_ proposal: Int, as status: ProposalStatus) {
    ballots[proposal].status = status
    openBallots[ballots[proposal].proposer] -= 1
  }

  /// Counts all votes on a proposal again: a changed vote moves weight from one sum to the other,
  /// and sums of doubles depend on their order.
  private mutating func recount(_ proposal: Int, afterChangeBy voter: Int) -> Int {
    var count = BallotCount()
    var place = 0
    for (index, other) in votersInOrder(on: proposal).enumerated() {
      if other == voter { place = index }
      if let value = vote(of: other, on: proposal) {
        count.add(value, weight: rules.weights[other])
      }
    }
    ballots[proposal].count = count
    return place
  }

  /// The outcome of a tally of an open proposal before it expires, without changing anything.
  public func outcome(of proposal: Int, at now: Instant) -> TallyOutcome {
    let ballot = ballots[proposal]
    var count = ballot.count
    if rules.safeguards.quorumUnit == .weight {
      count.presentWeight = weight { vote(of: $0, on: proposal)?.isParticipation ?? false }
    }
    let exact = exactWeights(of: proposal)
    var decision: Decision
    if let exact {
      count.approveWeight = Double(exact.approve)
      count.rejectWeight = Double(exact.reject)
      decision = rules.decide(count, critical: ballot.isCritical, share: exact.approvingShare)
    } else {
      decision = rules.decide(count, critical: ballot.isCritical)
    }
    if rules.safeguards.tally == .decisive {
      let isDeadline = ballot.deadline.map { now >= $0 } ?? false
      if !isDeadline && !isSettled(decision, proposal, count) { decision = .pending }
    }
    return TallyOutcome(
      decision: decision, count: count, quorumMet: rules.isQuorate(count),
      threshold: rules.threshold(critical: ballot.isCritical), exactWeights: exact)
  }

  /// The weights of the votes on a proposal if doubles cannot hold their sums.
  private func exactWeights(of proposal: Int) -> ExactBallotWeights? {
    guard let weights = rules.wholeWeights else { return nil }
    var sums = ExactBallotWeights()
    for voter in votersInOrder(on: proposal) {
      if let value = vote(of: voter, on: proposal) { sums.add(value, weight: weights[voter]) }
    }
    return sums
  }

  /// Whether the missing votes can no longer change a decision.
  ///
  /// The approving share rises with each approval and falls with each rejection. So the two
  /// extremes, all missing votes for and all against, cover everything between them.
  private func isSettled(_ decision: Decision, _ proposal: Int, _ count: BallotCount) -> Bool {
    let missing = rules.voterCount - ballots[proposal].votersHeard
    if missing == 0 { return true }
    let missingWeight = weight { vote(of: $0, on: proposal) == nil }
    var allApprove = count
    if rules.safeguards.quorumUnit == .weight {
      allApprove.presentWeight = weight { vote(of: $0, on: proposal)?.isParticipation ?? true }
    }
    var allReject = allApprove
    allApprove.approve += missing
    allApprove.approveWeight += missingWeight
    allReject.reject += missing
    allReject.rejectWeight += missingWeight
    let critical = ballots[proposal].isCritical
    return rules.decide(allApprove, critical: critical) == decision
      && rules.decide(allReject, critical: critical) == decision
  }

  /// The weight of the chosen voters, added in their order.
  private func weight(of isChosen: (Int) -> Bool) -> Double {
    var sum = 0.0
    for voter in rules.weights.indices where isChosen(voter) { sum += rules.weights[voter] }
    return sum
  }
}
