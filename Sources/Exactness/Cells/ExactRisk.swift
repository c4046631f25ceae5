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
  /// The probability that it is approved or rejected.
  var decided = 0.0
  /// The expected share of voters who approve or reject; nil if unknown.
  var participation: Double? = 0
  /// The expected seconds to its decision, which count as 0 if there is none; nil if unknown.
  var decisionTime: Double? = 0

  /// Adds the risk of proposals that are this share of all proposals.
  mutating func add(_ share: Double, of other: ExactRisk) {
    func sum(_ own: Double?, _ added: Double?) -> Double? {
      guard let own, let added else { return nil }
      return own + share * added
    }
    falseApproval += share * other.falseApproval
    falseRejection += share * other.falseRejection
    undecided += share * other.undecided
    correct += share * other.correct
    harm += share * other.harm
    decided += share * other.decided
    participation = sum(participation, other.participation)
    decisionTime = sum(decisionTime, other.decisionTime)
  }
}

/// An action as the simulator draws and prices it.
struct PricedAction {
  let name: String
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
        name: action.name, share: action.weight / total,
        isCritical: ProposalAction.isCritical(action.name),
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
    decided = truthShare * (endings.approved + endings.rejected)
    harm =
      truthShare
      * (endings.approved * costs.approved + endings.rejected * costs.rejected
        + endings.undecided * costs.undecided)
  }

  /// The same, with what the order of the votes says about participation and time.
  ///
  /// - Parameter decisionTime: the expected seconds to its decision, which count as 0 if there is
  ///   none; nil if unknown.
  init(
    _ endings: CourseEndings, _ decisionTime: Double?, of action: PricedAction, warranted: Bool,
    truthShare: Double, voters: Int
  ) {
    self.init(
      endings.chances.normalized, of: action, warranted: warranted, truthShare: truthShare)
    participation = truthShare * min(1, endings.participants / Double(voters))
    self.decisionTime = decisionTime.map { truthShare * $0 }
  }

  /// The risk if an adversary brings the wrong decision, or none, about as often as it can; nothing is
  /// known of the rest.
  init(wrong: Double, undecided: Double, warranted: Bool, truthShare: Double) {
    if warranted { falseRejection = wrong } else { falseApproval = wrong }
    self.undecided = truthShare * undecided
    participation = nil
    decisionTime = nil
  }

  /// The worst risk if an adversary chooses the outcome; nothing is known of votes and times.
  init(
    worst endings: AchievableEndings, of action: PricedAction, warranted: Bool, truthShare: Double
  ) {
    participation = nil
    decisionTime = nil
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
