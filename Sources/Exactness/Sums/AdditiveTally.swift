import Consensus
import Maths

/// Two whole numbers that are added over the votes and are enough to decide.
struct AdditiveTally {
  /// The contribution of one vote to both numbers.
  struct Step {
    let x: Int
    let y: Int
  }

  /// A sum of votes.
  struct Point {
    var x: Int
    var y: Int
  }

  /// The contribution of an approval by a voter of each group.
  let approvals: [Step]
  /// The contribution of a rejection by a voter of each group.
  let rejections: [Step]
  /// Prepares for decisions, which is only worth while if there are many.
  let makeDecisions: () -> Decisions

  /// The decision on a sum, for ordinary and for critical actions.
  typealias Decisions = (Point, Bool) -> Decision

  private init(
    approvals: [Step], rejections: [Step], makeDecisions: @escaping () -> Decisions
  ) {
    self.approvals = approvals
    self.rejections = rejections
    self.makeDecisions = makeDecisions
  }

  /// A tally without anything to prepare.
  private init(approvals: [Step], rejections: [Step], decide: @escaping Decisions) {
    self.init(approvals: approvals, rejections: rejections, makeDecisions: { decide })
  }

  /// The numbers of votes and of approvals themselves, without a decision.
  static func votes(groups: Int) -> AdditiveTally {
    AdditiveTally(
      approvals: Array(repeating: Step(x: 1, y: 1), count: groups),
      rejections: Array(repeating: Step(x: 1, y: 0), count: groups),
      decide: { _, _ in .pending })
  }

  /// The number of approvals and their units of weight, without a decision; nobody rejects.
  static func wrongVotes(_ units: WeightUnits) -> AdditiveTally {
    let votes = units.units.map { Step(x: 1, y: $0) }
    return AdditiveTally(approvals: votes, rejections: votes, decide: { _, _ in .pending })
  }

  /// The numbers of votes and of approvals, if all voters have the same weight or the rules do not
  /// depend on weight.
  static func counts(_ rules: VotingRules, groups: Int, weight: Double) -> AdditiveTally {
    let votes = votes(groups: groups)
    return AdditiveTally(
      approvals: votes.approvals, rejections: votes.rejections,
      makeDecisions: {
        let limits = [false, true].map { critical in
          ApprovalLimits.ofAllCounts(rules, weight: weight, critical: critical)
        }
        return { point, critical in limits[critical ? 1 : 0][point.x].decision(point.y) }
      })
  }

  /// The weight of the votes and the approving weight, if the rules do not depend on the number of
  /// voters.
  static func weights(_ rules: VotingRules, _ units: WeightUnits) -> AdditiveTally {
    AdditiveTally(
      approvals: units.units.map { Step(x: $0, y: $0) },
      rejections: units.units.map { Step(x: $0, y: 0) }
    ) { point, critical in
      var count = BallotCount()
      count.approve = min(1, point.x)
      count.approveWeight = Double(point.y) * units.unit
      count.rejectWeight = Double(point.x - point.y) * units.unit
      count.presentWeight = Double(point.x) * units.unit
      return rules.decide(count, critical: critical)
    }
  }

  /// The number of votes, and by how much the approving weight exceeds the threshold.
  ///
  /// - Parameter isQuorumSure: whether the number of votes can be left out.
  static func excess(
    _ rules: VotingRules, _ units: WeightUnits, above threshold: ThresholdFraction,
    isQuorumSure: Bool
  ) -> AdditiveTally {
    let vote = isQuorumSure ? 0 : 1
    let least = threshold.isReached ? 0 : 1
    return AdditiveTally(
      approvals: units.units.map {
        Step(x: vote, y: $0 * (threshold.denominator - threshold.numerator))
      },
      rejections: units.units.map { Step(x: vote, y: -$0 * threshold.numerator) }
    ) { point, _ in
      if !isQuorumSure && point.x < rules.quorumRequired { return .noQuorum }
      return point.y >= least ? .approved : .rejected
    }
  }

  /// The number of votes only, approving or rejecting.
  static func turnout(_ rules: VotingRules, groups: Int) -> AdditiveTally {
    let vote = Array(repeating: Step(x: 1, y: 0), count: groups)
    return AdditiveTally(approvals: vote, rejections: vote) { point, _ in
      point.x < rules.quorumRequired ? .noQuorum : .approved
    }
  }
}

/// For a number of votes, how many must approve for each decision; more approvals never make it
/// worse.
private struct ApprovalLimits {
  /// The fewest approvals with which the proposal is not rejected.
  private let undecided: Int
  /// The fewest approvals with which it is approved.
  private let approved: Int

  /// The limits for each number of votes of the same weight.
  static func ofAllCounts(
    _ rules: VotingRules, weight: Double, critical: Bool
  ) -> [ApprovalLimits] {
    // The ballot box adds the same weight repeatedly, and so does this.
    var sums = [0.0]
    for _ in 0..<rules.voterCount { sums.append((sums.last ?? 0) + weight) }
    return sums.indices.map { votes in
      ApprovalLimits(votes: votes) { approvals in
        var count = BallotCount()
        count.approve = approvals
        count.reject = votes - approvals
        count.approveWeight = sums[approvals]
        count.rejectWeight = sums[votes - approvals]
        count.presentWeight = sums[votes]
        return rules.decide(count, critical: critical)
      }
    }
  }

  private init(votes: Int, _ decision: (Int) -> Decision) {
    let never = votes + 1
    undecided = (0...votes).firstInOrder { decision($0) != .rejected } ?? never
    approved = (0...votes).firstInOrder { decision($0) == .approved } ?? never
  }

  func decision(_ approvals: Int) -> Decision {
    approvals >= approved ? .approved : approvals >= undecided ? .noQuorum : .rejected
  }
}
