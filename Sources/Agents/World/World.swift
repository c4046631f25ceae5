import Consensus
import Simulation

/// Simulates trials, one after another, in which agents vote on proposals.
///
/// A trial is a pure function of the setup, the behaviours and its number. The world keeps its
/// buffers between trials, so after the first ones nothing is allocated.
public struct World: ~Copyable {
  /// What all trials have in common.
  public let setup: TrialSetup
  /// The voters.
  public let electorate: Electorate
  /// The number of the trial, from 1.
  public private(set) var trial = 0
  /// The present time of the simulation.
  public private(set) var now = VirtualTime.start
  /// The ballot boxes: a single one, or one for each honest voter.
  public private(set) var boxes: [BallotBox]
  /// The facts about each proposal, which the protocol does not know.
  public private(set) var facts: [ProposalFacts] = []
  /// How many votes were refused.
  public private(set) var votesRefused = 0
  /// How many votes were accepted in the name of a voter who did not send them.
  public private(set) var forgedVotesAccepted = 0
  /// How many proposals were refused.
  public private(set) var proposalsRefused = 0
  /// The observer, if there is one.
  package var observer: (any TrialObserver)?

  /// The owner of each ballot box; empty if there is a single box.
  public let boxOwners: [Int]
  private let behaviours: [any GroupBehaviour]
  /// The behaviours in the order in which they are called for a proposal: those who know it before
  /// it is opened come before those who have to read it.
  private let firstToLast: [any GroupBehaviour]
  private let watchers: [any GroupBehaviour]
  private let groupOfVoter: [Int]
  private var queue = EventQueue<Message>()
  /// When each ballot box decided each proposal: all boxes for the first proposal, then for the
  /// next.
  private var decisionTimes: [VirtualTime?] = []
  private var openedOfWorkload = 0

  /// A world in which the groups of voters get their numbers in order.
  package init(setup: TrialSetup, population: [VoterGroup]) {
    let electorate = Electorate(population)
    precondition(
      electorate.voterCount == setup.rules.voterCount, "the rules have the voters of the electorate"
    )
    let behaviours = zip(population, electorate.groups).map { $0.behaviour(of: $1, in: electorate) }
    let owners = setup.isReplicated ? electorate.honestVoters : []
    self.setup = setup
    self.electorate = electorate
    self.behaviours = behaviours
    let actors = zip(population, behaviours)
    firstToLast =
      actors.filter { $0.0.role.isFaulty }.map { $0.1 }
      + actors.filter { !$0.0.role.isFaulty }.map { $0.1 }
    watchers = setup.isReplicated ? [] : behaviours.filter(\.watchesBallotBox)
    groupOfVoter = electorate.groups.flatMap { group in group.members.map { _ in group.index } }
    boxOwners = owners
    boxes = Array(
      repeating: BallotBox(rules: setup.rules), count: setup.isReplicated ? owners.count : 1)
  }

  /// When a ballot box decided a proposal; nil if it did not.
  package func decisionTime(of proposal: Int, in box: Int) -> VirtualTime? {
    decisionTimes[proposal * boxes.count + box]
  }

  // MARK: Running

  /// Runs a trial to its end.
  package mutating func run(trial: Int) {
    begin(trial: trial)
    while advance(events: .max) {}
  }

  /// Prepares a trial, before its first event.
  package mutating func begin(trial: Int) {
    reset(to: trial)
    queue.push(Message(kind: .open), at: .start, priority: Message.Kind.open.rawValue)
  }

  /// Runs at most a number of events; returns whether there may be more.
  package mutating func advance(events: Int) -> Bool {
    for _ in 0..<events {
      guard let event = queue.pop() else { return false }
      now = event.time
      handle(event.payload)
    }
    return true
  }

  private mutating func reset(to trial: Int) {
    self.trial = trial
    now = .start
    for box in boxes.indices { boxes[box].reset() }
    facts.removeAll(keepingCapacity: true)
    decisionTimes.removeAll(keepingCapacity: true)
    queue.removeAll(keepingCapacity: true)
    votesRefused = 0
    forgedVotesAccepted = 0
    proposalsRefused = 0
    openedOfWorkload = 0
  }

  private mutating func handle(_ message: Message) {
    switch message.kind {
    case .open: openNextOfWorkload()
    case .wake:
      let voter = Int(message.voter)
      behaviours[groupOfVoter[voter]].wake(voter, for: Int(message.proposal), in: &self)
    case .vote: receive(message)
    case .tally: tally(message)
    }
  }

  mutating func schedule(_ message: Message, at time: VirtualTime) {
    queue.push(message, at: time, priority: message.kind.rawValue)
  }

  // MARK: Proposals

  private mutating func openNextOfWorkload() {
    let number = openedOfWorkload
    openedOfWorkload += 1
    let proposers = electorate.proposers
    // Without a ballot box nothing is refused, so a flood would never end.
    if proposers.isEmpty || boxes.isEmpty || number >= setup.workload.proposals { return }
    var stream = stream(.workload, proposal: number)
    let draws = stream.nextBlock()
    if openedOfWorkload < setup.workload.proposals {
      schedule(
        Message(kind: .open), at: now.delayed(by: setup.workload.interval.sample(at: draws.word0))
      )
    }
    open(
      by: proposers[number % proposers.count], action: draws.word1,
      isWarranted: setup.warranted.occurs(at: draws.word2), target: draws.word3,
      streamNumber: number)
  }

  /// Opens an unwarranted proposal outside the workload.
  public mutating func openAnother(by proposer: Int, action: UInt64, target: UInt64) {
    open(
      by: proposer, action: action, isWarranted: false, target: target,
      streamNumber: Self.firstStreamOutsideWorkload + facts.count)
  }

  private static let firstStreamOutsideWorkload = 1 << 32

  /// Opens a proposal with a random action and target.
  private mutating func open(
    by proposer: Int, action: UInt64, isWarranted: Bool, target: UInt64, streamNumber: Int
  ) {
    let action = setup.actions.choice(at: action)
    let expiry = setup.expiry.map { Instant(now.delayed(by: $0)) }
    let proposal = facts.count
    do throws(Refusal) {
      // A single ballot box refuses by itself.
      if boxes.count > 1, let refusal = refusal(ofProposalBy: proposer) { throw refusal }
      for box in boxes.indices {
        _ = try boxes[box].propose(
          by: proposer, critical: setup.isCritical[action], deadline: expiry)
      }
    } catch {
      proposalsRefused += 1
      observer?.observe(.proposalRefused(proposer: proposer, error), in: self)
      return
    }
    facts.append(
      ProposalFacts(
        number: openedOfWorkload, isOfWorkload: streamNumber < Self.firstStreamOutsideWorkload,
        isWarranted: isWarranted, action: action,
        target: Int(target.multipliedFullWidth(by: UInt64(setup.workload.targets)).high),
        proposer: proposer, openedAt: now, deadline: now.delayed(by: setup.workload.deadline),
        streamNumber: streamNumber))
    decisionTimes.append(contentsOf: repeatElement(nil, count: boxes.count))
    observer?.observe(.opened(proposal: proposal), in: self)
    for box in boxes.indices {
      schedule(
        Message(kind: .tally, box: UInt16(box), proposal: Int32(proposal)),
        at: facts[proposal].deadline)
    }
    for behaviour in firstToLast { behaviour.proposalOpened(proposal, in: &self) }
  }

  /// Why a proposal would be refused; nil if it would not be.
  ///
  /// Replicas that decide at different times may have different numbers of open proposals. A
  /// proposal is opened in all replicas or, if one refuses, in none, so its number is the same
  /// everywhere.
  public func refusal(ofProposalBy proposer: Int) -> Refusal? {
    do throws(Refusal) {
      // By index, because a box taken out of the array would be a copy with all its arrays.
      for box in boxes.indices { try boxes[box].checkProposal(by: proposer) }
      return nil
    } catch {
      return error
    }
  }

  // MARK: Ballot boxes

  private mutating func receive(_ message: Message) {
    let box = Int(message.box)
    let proposal = Int(message.proposal)
    let isForged = message.sender != message.voter
    do throws(Refusal) {
      try boxes[box].vote(
        message.value, by: Int(message.voter), on: proposal, at: Instant(now),
        isAuthentic: !isForged)
    } catch {
      votesRefused += 1
      report(message, refusal: error)
      return
    }
    if isForged { forgedVotesAccepted += 1 }
    report(message, refusal: nil)
    if setup.workload.tally != .deadline && isTimeToTally(proposal, in: box) {
      schedule(Message(kind: .tally, box: message.box, proposal: message.proposal), at: now)
    }
    if watchers.isEmpty { return }
    for watcher in watchers {
      watcher.voteAccepted(of: Int(message.voter), on: proposal, in: &self)
    }
  }

  private mutating func report(_ message: Message, refusal: Refusal?) {
    observer?.observe(
      .vote(
        message.value, of: Int(message.voter), sentBy: Int(message.sender),
        on: Int(message.proposal), box: Int(message.box), refusal),
      in: self)
  }

  private func isTimeToTally(_ proposal: Int, in box: Int) -> Bool {
    switch setup.workload.tally {
    case .deadline: false
    case .quorum: boxes[box].outcome(of: proposal, at: Instant(now)).quorumMet
    case .all: boxes[box].ballots[proposal].votersHeard == electorate.voterCount
    }
  }

  private mutating func tally(_ message: Message) {
    let box = Int(message.box)
    let proposal = Int(message.proposal)
    let before = boxes[box].ballots[proposal].status
    // A coordinator that has seen the decision does not tally again.
    if before == .decided || before == .executed { return }
    guard let outcome = try? boxes[box].tally(proposal, at: Instant(now)) else { return }
    if boxes[box].ballots[proposal].status == .decided {
      decisionTimes[proposal * boxes.count + box] = now
    }
    let caller = message.sender < 0 ? nil : Int(message.sender)
    observer?.observe(.tally(proposal: proposal, by: caller, box: box, outcome), in: self)
    if let isExecuted = try? boxes[box].execute(proposal), isExecuted {
      observer?.observe(.executed(proposal: proposal, box: box), in: self)
    }
  }
}

extension Instant {
  init(_ time: VirtualTime) {
    self.init(rank: time.sinceStart.count)
  }
}
