import Agents
import Consensus
import Scenarios
import Simulation
import Statistics

/// Counts what came of a trial: it sees votes, decisions and the truth, not who meant what.
struct Scorer {
  /// What each wrong ending costs, in millionths, by action.
  private let falseApprovalCosts: [Int]
  private let falseRejectionCosts: [Int]
  private let failureCosts: [Int]
  /// The times from opening to decision; kept for its room.
  private var latencies: [Int64] = []

  init(_ scenario: Scenario) {
    func costs(_ price: Costs.Price) -> [Int] {
      scenario.workload.actions.map { CellCounts.millionths(of: price.cost(of: $0.name)) }
    }
    falseApprovalCosts = costs(scenario.costs.falseApproval)
    falseRejectionCosts = costs(scenario.costs.falseRejection)
    failureCosts = costs(scenario.costs.quorumFailure)
  }

  /// Adds a trial that has ended to the counts.
  mutating func add(_ world: borrowing World, to counts: inout CellCounts) {
    var endings = Endings()
    var latency = 0
    var participants = 0
    var harm = 0
    var disagreements = 0
    latencies.removeAll(keepingCapacity: true)

    for proposal in world.affairs.indices {
      let affair = world.affairs[proposal]
      var row = Endings.Row()
      for box in world.boxes.indices {
        let ballot = world.boxes[box].ballots[proposal]
        participants += ballot.count.participants
        switch ballot.ending {
        case .approved: row.approved += 1
        case .rejected: row.rejected += 1
        case .undecided: row.undecided += 1
        }
        guard ballot.ending != .undecided,
          let decidedAt = world.decisionTime(of: proposal, in: box)
        else { continue }
        let time = (decidedAt - affair.openedAt).count
        latency += Int(time)
        latencies.append(time)
      }
      if row.approved > 0 && row.rejected > 0 { disagreements += 1 }
      harm += row.undecided * failureCosts[affair.action]
      if affair.isWarranted {
        harm += row.rejected * falseRejectionCosts[affair.action]
        endings.warranted.merge(row)
      } else {
        harm += row.approved * falseApprovalCosts[affair.action]
        endings.unwarranted.merge(row)
      }
    }

    counts.trials += 1
    counts.endings.merge(endings)
    counts.addRates(of: endings)
    counts.disagreements.add(events: disagreements, of: world.affairs.count)
    counts.latency.add(total: latency, count: latencies.count)
    counts.latencyPercentiles.add(&latencies)
    counts.participation.add(total: participants, count: endings.total)
    counts.harm.add(total: harm, count: endings.total)
    counts.forgedVotesAccepted += world.forgedVotesAccepted
    counts.votesRefused += world.votesRefused
    counts.proposalsRefused += world.proposalsRefused
  }
}

extension CellCounts {
  fileprivate mutating func addRates(of endings: Endings) {
    let (good, bad) = (endings.warranted, endings.unwarranted)
    falseApprovals.add(events: bad.approved, of: bad.total)
    falseRejections.add(events: good.rejected, of: good.total)
    quorumFailures.add(events: good.undecided + bad.undecided, of: endings.total)
    correctDecisions.add(events: good.approved + bad.rejected, of: endings.total)
    if bad.approved > 0 { unsafeTrials += 1 }
  }
}

extension Ballot {
  /// How a proposal can end.
  fileprivate enum Ending {
    case approved
    case rejected
    case undecided
  }

  /// How it has ended, all its events being over.
  fileprivate var ending: Ending {
    guard status == .decided || status == .executed else { return .undecided }
    return switch outcome?.decision {
    case .approved: .approved
    case .rejected: .rejected
    default: .undecided
    }
  }
}
