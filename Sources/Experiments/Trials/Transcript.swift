import Agents
import Consensus
import Scenarios
import Simulation

/// Everything that happened in one trial, event by event.
public struct Transcript: Sendable {
  /// One thing that happened.
  public struct Entry: Sendable, Equatable {
    /// What happened.
    public enum Occurrence: Sendable, Equatable {
      /// A proposal was opened; what the facts call for is known to the simulator alone.
      case opened(action: String, target: Int, isWarranted: Bool)
      /// A proposal was refused.
      case proposalRefused(Refusal)
      /// A vote was accepted, or refused; `name` is another voter's if it is forged.
      case vote(VoteValue, inNameOf: String?, Refusal?)
      /// The votes were counted; nil for right where nothing was approved or rejected.
      case tally(Decision, isRight: Bool?)
      /// The action was carried out.
      case executed
    }

    /// When it happened.
    public let time: VirtualTime
    /// Which proposal it happened to, from 1; nil for one that was refused.
    public let proposal: Int?
    /// The owner of the ballot box; nil for the one that all trust.
    public let replica: String?
    /// Who did it: a voter, or the coordinator.
    public let actor: String
    /// What happened.
    public let occurrence: Occurrence
    /// The votes in the ballot box afterwards.
    public let count: BallotCount
  }

  /// Who acts where no voter does.
  public static let coordinator = "coordinator"

  /// What happened, in its order.
  public let entries: [Entry]

  /// Runs a trial of a cell and writes down what happens.
  public init(_ scenario: Scenario, trial: Int) {
    var world = World(scenario)
    self.init(scenario, trial: trial, in: &world)
  }

  /// Runs a trial in a world that may have seen others.
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

/// Watches a trial and puts names to what it sees.
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
