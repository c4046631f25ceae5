import Agents
import Consensus
import Detection
import Metrics
import Scenarios
import Simulation

/// Counts the results of a trial: it sees votes, decisions and the truth, but not roles.
struct Scorer {
  /// The cost of each wrong outcome in millionths, by action.
  private let falseApprovalCosts: [Int]
  private let falseRejectionCosts: [Int]
  private let failureCosts: [Int]
  /// The counts of the latest trial.
  private(set) var score = TrialScore()

  init(_ scenario: Scenario) {
    func costs(_ price: Costs.Price) -> [Int] {
      scenario.workload.actions.map { TrialCounts.millionths(of: price.cost(of: $0.name)) }
    }
    falseApprovalCosts = costs(scenario.costs.falseApproval)
    falseRejectionCosts = costs(scenario.costs.falseRejection)
    failureCosts = costs(scenario.costs.quorumFailure)
  }

  /// Counts a trial after its end.
  mutating func look(at world: borrowing World) {
    score.reset()
    for proposal in world.facts.indices { look(at: proposal, in: world) }
    score.counts.proposals = world.facts.count
    score.counts.forgedVotesAccepted = world.forgedVotesAccepted
    score.counts.votesRefused = world.votesRefused
    score.counts.proposalsRefused = world.proposalsRefused
  }

  /// The counts of a single proposal of a finished trial, without those that belong to no proposal.
  mutating func score(of proposal: Int, in world: borrowing World) -> TrialScore {
    score.reset()
    look(at: proposal, in: world)
    score.counts.proposals = 1
    return score
  }

  private mutating func look(at proposal: Int, in world: borrowing World) {
    let facts = world.facts[proposal]
    var row = OutcomeCounts.Row()
    for box in world.boxes.indices {
      let ballot = world.boxes[box].ballots[proposal]
      score.counts.participants += ballot.count.participants
      switch ballot.ending {
      case .approved: row.approved += 1
      case .rejected: row.rejected += 1
      case .undecided: row.undecided += 1
      }
      guard ballot.ending != .undecided,
        let decidedAt = world.decisionTime(of: proposal, in: box)
      else { continue }
      score.add(latency: (decidedAt - facts.openedAt).count)
    }
    if row.approved > 0 && row.rejected > 0 { score.counts.disagreements += 1 }
    score.counts.harm += row.undecided * failureCosts[facts.action]
    if facts.isWarranted {
      score.counts.harm += row.rejected * falseRejectionCosts[facts.action]
      score.counts.outcomes.warranted.merge(row)
    } else {
      score.counts.harm += row.approved * falseApprovalCosts[facts.action]
      score.counts.outcomes.unwarranted.merge(row)
    }
  }

  /// Adds the results of detectors in the latest trial.
  mutating func note(_ blocs: [BlocTrial]) {
    score.blocs = blocs
  }

  /// Adds the latest trial to the counts of the cell.
  mutating func count(into counter: inout CellCounter) {
    counter.add(&score)
  }
}

extension Ballot {
  /// The possible outcomes of a proposal.
  fileprivate enum Ending {
    case approved
    case rejected
    case undecided
  }

  /// The outcome of a proposal after all its events.
  fileprivate var ending: Ending {
    guard status == .decided || status == .executed else { return .undecided }
    return switch outcome?.decision {
    case .approved: .approved
    case .rejected: .rejected
    default: .undecided
    }
  }
}
