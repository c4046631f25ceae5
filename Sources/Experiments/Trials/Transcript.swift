import Agents
import Consensus
import Scenarios
import Simulation

/// All events of one trial.
public struct Transcript: Sendable {
  /// An event.
  public struct Entry: Sendable, Equatable {
    /// The kind of the event.
    public enum Occurrence: Sendable, Equatable {
      /// A proposal was opened; only the simulator knows whether it is warranted.
      case opened(action: String, target: Int, isWarranted: Bool)
      /// A proposal was refused.
      case proposalRefused(Refusal)
      /// A vote was accepted, or refused; `name` is that of another voter if the vote is forged.
      case vote(VoteValue, inNameOf: String?, Refusal?)
      /// The votes were tallied; `isRight` is nil if the proposal was neither approved nor
      /// rejected.
      case tally(Decision, isRight: Bool?)
      /// The action was executed.
      case executed
    }

    /// The time of the event.
    public let time: VirtualTime
    /// The number of the proposal, from 1; nil for one that was refused.
    public let proposal: Int?
    /// The owner of the ballot box; nil for a single box.
    public let replica: String?
    /// The voter who did it, or the coordinator.
    public let actor: String
    /// The kind of the event.
    public let occurrence: Occurrence
    /// The votes in the ballot box after the event.
    public let count: BallotCount
  }

  /// The name of the actor if it is not a voter.
  public static let coordinator = "coordinator"

  /// The events in order.
  public let entries: [Entry]

  /// Runs a trial of a cell and records its events.
  public init(_ scenario: Scenario, trial: Int) {
    var world = World(scenario)
    self.init(scenario, trial: trial, in: &world)
  }

  /// Runs a trial in a world that may have run others.
  init(_ scenario: Scenario, trial: Int, in world: inout World) {
    let writer = TranscriptWriter(scenario)
    world.observer = writer
    world.run(trial: trial)
    world.observer = nil
    entries = writer.entries
  }

  init(entries: [Entry]) {
    self.entries = entries
  }
}

/// Records the events of a trial with the names of the voters.
private final class TranscriptWriter: TrialObserver {
  private(set) var entries: [Transcript.Entry] = []
  private let names: [String]
  private let actions: [String]

  init(_ scenario: Scenario) {
    names = scenario.voterIDs
    actions = scenario.workload.actions.map(\.name)
  }

  func observe(_ event: TrialEvent, in world: borrowing World) {
    switch event {
    case .opened(let proposal):
      let facts = world.facts[proposal]
      write(
        .opened(
          action: actions[facts.action], target: facts.target + 1,
          isWarranted: facts.isWarranted),
        by: names[facts.proposer], on: proposal, in: nil, of: world)
    case .proposalRefused(let proposer, let refusal):
      write(.proposalRefused(refusal), by: names[proposer], on: nil, in: nil, of: world)
    case .vote(let value, let voter, let sender, let proposal, let box, let refusal):
      write(
        .vote(value, inNameOf: sender == voter ? nil : names[voter], refusal),
        by: names[sender], on: proposal, in: box, of: world)
    case .tally(let proposal, let caller, let box, let outcome):
      let isDecided = outcome.decision == .approved || outcome.decision == .rejected
      let isRight = outcome.decision == world.facts[proposal].rightDecision
      write(
        .tally(outcome.decision, isRight: isDecided ? isRight : nil),
        by: caller.map { names[$0] } ?? Transcript.coordinator, on: proposal, in: box, of: world)
    case .executed(let proposal, let box):
      write(.executed, by: Transcript.coordinator, on: proposal, in: box, of: world)
    }
  }

  private func write(
    _ occurrence: Transcript.Entry.Occurrence, by actor: String, on proposal: Int?, in box: Int?,
    of world: borrowing World
  ) {
    var count = BallotCount()
    var owner: Int?
    if let proposal, let box {
      count = world.boxes[box].ballots[proposal].count
      owner = world.boxOwners.isEmpty ? nil : world.boxOwners[box]
    }
    entries.append(
      Transcript.Entry(
        time: world.now, proposal: proposal.map { $0 + 1 },
        replica: owner.map { names[$0] }, actor: actor, occurrence: occurrence, count: count))
  }
}
