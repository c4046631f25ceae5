import Consensus

/// The most faulty voters that each guarantee withstands, found by trying every choice of the
/// adversary on the protocol itself.
public struct Exhaustive: Sendable {
  /// The largest number of voters of equal weight.
  public static let equalVotersMax = 10
  /// The largest number of voters of any weights.
  public static let votersMax = 7

  /// The question.
  public let question: GuaranteeQuestion
  /// The number of explored states of a ballot box.
  public private(set) var stateCount = 0
  private let classes: VoterClasses

  /// The exploration of a question; nil if there are too many voters.
  public init?(_ question: GuaranteeQuestion) {
    // With many voters it would take long to find classes.
    if question.voterCount > Self.equalVotersMax { return nil }
    self.question = question
    classes = VoterClasses(question.rules)
    let votersMax = classes.members.count == 1 ? Self.equalVotersMax : Self.votersMax
    if question.voterCount > votersMax { return nil }
  }

  /// The answer for one guarantee and kind of action.
  public mutating func answer(_ guarantee: Guarantee, _ actions: ActionKind) -> GuaranteeAnswer {
    let voters = Array(0..<question.voterCount)
    let critical = actions == .critical
    for faults in 0..<max(0, question.faultsMax(guarantee) + 1) {
      for faulty in classes.subsets(of: voters, count: faults) {
        let attack =
          guarantee == .agreement
          ? disagreement(of: faulty, critical: critical)
          : wrongEnding(of: faulty, guarantee, critical: critical)
        guard let attack else { continue }
        return GuaranteeAnswer(
          guarantee, actions, of: question, firstFaults: faults, attack: attack,
          proof: .exhaustive)
      }
    }
    return GuaranteeAnswer(
      guarantee, actions, of: question, firstFaults: nil, attack: nil, proof: .exhaustive)
  }

  /// The answers for all guarantees and kinds of actions.
  var answers: [GuaranteeAnswer] {
    mutating get {
      question.counting.guarantees.flatMap { guarantee in
        ActionKind.allCases.map { answer(guarantee, $0) }
      }
    }
  }

  // MARK: One ballot box

  /// An attack on a guarantee with a single ballot box.
  private mutating func wrongEnding(
    of faulty: [Int], _ guarantee: Guarantee, critical: Bool
  ) -> Attack? {
    for isWarranted in guarantee.truths {
      let right: VoteValue = isWarranted ? .approve : .reject
      let plan = Exploration.Plan(
        opinions: opinions(without: faulty) { _ in right },
        deadlineWaits: guarantee == .decision || question.timing == .synchronous,
        isTallyCallable: question.isTallyOpen && !faulty.isEmpty)
      var view: Attack.View?
      explore(plan, critical: critical) { ending, exploration in
        if ending.decision == guarantee.brokenBy(warranted: isWarranted) {
          view = Attack.View(
            owner: nil, arrivals: exploration.arrivals(at: ending), moment: ending.moment,
            decision: ending.decision)
        }
        return view != nil
      }
      if let view { return Attack(faulty: faulty, isWarranted: isWarranted, views: [view]) }
    }
    return nil
  }

  private mutating func explore(
    _ plan: Exploration.Plan, critical: Bool,
    _ isEnough: (Exploration.Ending, borrowing Exploration) -> Bool
  ) {
    var exploration = Exploration(question.rules, classes, critical: critical, plan)
    exploration.run(isEnough)
    stateCount += exploration.stateCount
  }

  private func opinions(
    without faulty: [Int], _ opinion: (Int) -> VoteValue
  ) -> [VoteValue?] {
    (0..<question.voterCount).map { faulty.contains($0) ? nil : opinion($0) }
  }

  // MARK: Two replicas

  /// An attack on agreement: two honest voters whose replicas reach opposite decisions.
  ///
  /// What one replica hears does not restrict the other, so each is explored by itself.
  private mutating func disagreement(of faulty: [Int], critical: Bool) -> Attack? {
    let honest = (0..<question.voterCount).filter { !faulty.contains($0) }
    for approvers in classes.subsets(of: honest) {
      let plan = Exploration.Plan(
        opinions: opinions(without: faulty) { approvers.contains($0) ? .approve : .reject },
        deadlineWaits: question.replicasCountAllHonestVotes, isTallyCallable: false)
      if let views = opposites(plan, critical: critical) {
        return Attack(faulty: faulty, isWarranted: nil, views: views)
      }
    }
    return nil
  }

  /// The views of two replicas with opposite decisions; nil if there are none.
  private mutating func opposites(_ plan: Exploration.Plan, critical: Bool) -> [Attack.View]? {
    var opposites = OppositeViews(plan, classes)
    explore(plan, critical: critical) { ending, exploration in
      opposites.add(ending, of: exploration)
      return opposites.pair != nil
    }
    return opposites.pair
  }
}

extension Guarantee {
  /// The decision that breaks it at a single ballot box.
  fileprivate func brokenBy(warranted isWarranted: Bool) -> Decision {
    self == .decision ? .noQuorum : isWarranted ? .rejected : .approved
  }
}
