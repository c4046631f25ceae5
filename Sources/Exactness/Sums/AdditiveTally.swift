import Consensus

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

  /// What some rules decide on a sum.
  typealias Decisions = (Point) -> Decision

  /// The numbers of votes and of approvals themselves.
  ///
  /// They are enough if all voters have the same weight or the rules do not depend on weight.
  static func votes(groups: Int) -> AdditiveTally {
    AdditiveTally(
      approvals: Array(repeating: Step(x: 1, y: 1), count: groups),
      rejections: Array(repeating: Step(x: 1, y: 0), count: groups))
  }

  /// The number of approvals and their units of weight; nobody rejects.
  static func wrongVotes(_ units: WeightUnits) -> AdditiveTally {
    let votes = units.units.map { Step(x: 1, y: $0) }
    return AdditiveTally(approvals: votes, rejections: votes)
  }

  /// The weight of the votes and the approving weight.
  ///
  /// They are enough if the rules do not depend on the number of voters.
  static func weights(_ units: WeightUnits) -> AdditiveTally {
    AdditiveTally(
      approvals: units.units.map { Step(x: $0, y: $0) },
      rejections: units.units.map { Step(x: $0, y: 0) })
  }

  /// The number of votes, and by how much the approving weight exceeds the threshold.
  ///
  /// - Parameter isQuorumSure: whether the number of votes can be left out.
  static func excess(
    _ units: WeightUnits, above threshold: ThresholdFraction, isQuorumSure: Bool
  ) -> AdditiveTally {
    let vote = isQuorumSure ? 0 : 1
    return AdditiveTally(
      approvals: units.units.map {
        Step(x: vote, y: $0 * (threshold.denominator - threshold.numerator))
      },
      rejections: units.units.map { Step(x: vote, y: -$0 * threshold.numerator) })
  }

  /// The number of votes only, approving or rejecting.
  static func turnout(groups: Int) -> AdditiveTally {
    let vote = Array(repeating: Step(x: 1, y: 0), count: groups)
    return AdditiveTally(approvals: vote, rejections: vote)
  }
}

extension ActionRules {
  /// What they decide on the numbers of votes and approvals.
  var decisionsOnVotes: AdditiveTally.Decisions {
    let counts = counts
    return { point in counts.decision(point.y, of: point.x) }
  }

  /// What they decide on the weights of votes and approvals.
  func decisions(onWeights units: WeightUnits) -> AdditiveTally.Decisions {
    { [self] point in
      var count = BallotCount()
      count.approve = min(1, point.x)
      count.approveWeight = Double(point.y) * units.unit
      count.rejectWeight = Double(point.x - point.y) * units.unit
      count.presentWeight = Double(point.x) * units.unit
      return decide(count)
    }
  }

  /// What they decide on the number of votes and the weight above a threshold.
  func decisions(
    above threshold: ThresholdFraction, isQuorumSure: Bool
  ) -> AdditiveTally.Decisions {
    let least = threshold.isReached ? 0 : 1
    let quorum = all.quorumRequired
    return { point in
      if !isQuorumSure && point.x < quorum { return .noQuorum }
      return point.y >= least ? .approved : .rejected
    }
  }

  /// Whether the number of votes is a quorum, as if all of them approved.
  var decisionsOnTurnout: AdditiveTally.Decisions {
    let quorum = all.quorumRequired
    return { point in point.x < quorum ? .noQuorum : .approved }
  }
}
