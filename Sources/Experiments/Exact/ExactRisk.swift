import Agents
import Consensus
import Guarantees
import Scenarios

/// What is to be expected of one proposal.
struct ExactRisk {
  /// The probability that it is approved, if unwarranted.
  var falseApproval = 0.0
  /// The probability that it is rejected, if warranted.
  var falseRejection = 0.0
  /// The probability that it is neither approved nor rejected.
  var undecided = 0.0
  /// The probability that it is decided as the facts call for.
  var correct = 0.0
  /// The mean of what it costs.
  var harm = 0.0
  /// The mean share of voters who approve or reject.
  var participation = 0.0

  /// Adds the risk of proposals that are a share of all.
  mutating func add(_ share: Double, of other: ExactRisk) {
    falseApproval += share * other.falseApproval
    falseRejection += share * other.falseRejection
    undecided += share * other.undecided
    correct += share * other.correct
    harm += share * other.harm
    participation += share * other.participation
  }
}

/// An action as the simulator draws and prices it.
struct PricedAction {
  /// The probability that a proposal asks for it.
  let share: Double
  /// Whether it needs the supermajority.
  let isCritical: Bool
  private let falseApprovalCost: Double
  private let falseRejectionCost: Double
  private let quorumFailureCost: Double

  /// The actions of a scenario that are ever proposed.
  static func all(_ scenario: Scenario) -> [PricedAction] {
    let total = scenario.workload.actions.reduce(0) { $0 + $1.weight }
    // The simulator counts costs in whole millionths.
    func cost(_ price: Costs.Price, _ action: String) -> Double {
      (price.cost(of: action) * 1e6).rounded() / 1e6
    }
    return scenario.workload.actions.filter { $0.weight > 0 }.map { action in
      PricedAction(
        share: action.weight / total, isCritical: ProposalAction.isCritical(action.name),
        falseApprovalCost: cost(scenario.costs.falseApproval, action.name),
        falseRejectionCost: cost(scenario.costs.falseRejection, action.name),
        quorumFailureCost: cost(scenario.costs.quorumFailure, action.name))
    }
  }

  /// What a proposal of a known truth costs, by its ending.
  func costs(
    warranted isWarranted: Bool
  ) -> (approved: Double, rejected: Double, undecided: Double) {
    isWarranted
      ? (0, falseRejectionCost, quorumFailureCost) : (falseApprovalCost, 0, quorumFailureCost)
  }
}

extension ExactRisk {
  /// The risk of proposals of a known truth for an action that end by chance.
  ///
  /// - Parameter truthShare: the probability of that truth.
  init(_ endings: EndingChances, of action: PricedAction, warranted: Bool, truthShare: Double) {
    let costs = action.costs(warranted: warranted)
    if warranted {
      falseRejection = endings.rejected
    } else {
      falseApproval = endings.approved
    }
    undecided = truthShare * endings.undecided
    correct = truthShare * (warranted ? endings.approved : endings.rejected)
    harm =
      truthShare
      * (endings.approved * costs.approved + endings.rejected * costs.rejected
        + endings.undecided * costs.undecided)
  }

  /// The worst risk where an adversary chooses the ending.
  init(_ endings: AchievableEndings, of action: PricedAction, warranted: Bool, truthShare: Double) {
    let costs = action.costs(warranted: warranted)
    if warranted {
      falseRejection = endings.chance(of: .rejected)
    } else {
      falseApproval = endings.chance(of: .approved)
    }
    undecided = truthShare * endings.chance(of: .undecided)
    correct = truthShare * endings.chanceOfNothingBut(warranted ? .approved : .rejected)
    harm =
      truthShare
      * endings.costMax(
        approved: costs.approved, rejected: costs.rejected, undecided: costs.undecided)
  }
}
