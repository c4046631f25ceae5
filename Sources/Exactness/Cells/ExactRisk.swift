import Agents
import Consensus
import Scenarios

/// The outcome probabilities and expected values of a proposal.
struct ExactRisk {
  /// The probability that it is approved, if unwarranted.
  var falseApproval = 0.0
  /// The probability that it is rejected, if warranted.
  var falseRejection = 0.0
  /// The probability that it is neither approved nor rejected.
  var undecided = 0.0
  /// The probability that it is decided correctly.
  var correct = 0.0
  /// The expected cost.
  var harm = 0.0
  /// The expected share of voters who approve or reject.
  var participation = 0.0

  /// Adds the risk of proposals that are this share of all proposals.
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
  /// The probability that a proposal has this action.
  let share: Double
  /// Whether it needs the supermajority.
  let isCritical: Bool
  private let falseApprovalCost: Double
  private let falseRejectionCost: Double
  private let quorumFailureCost: Double

  /// The actions of a scenario with a weight above 0.
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

  /// The cost of a proposal with a known truth, by outcome.
  func costs(
    warranted isWarranted: Bool
  ) -> (approved: Double, rejected: Double, undecided: Double) {
    isWarranted
      ? (0, falseRejectionCost, quorumFailureCost) : (falseApprovalCost, 0, quorumFailureCost)
  }
}

extension ExactRisk {
  /// The risk of proposals with a known truth and action and random outcomes.
  ///
  /// - Parameter truthShare: the probability of this truth.
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

  /// The worst risk if an adversary chooses the outcome.
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
