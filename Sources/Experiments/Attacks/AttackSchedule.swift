import Consensus
import Guarantees

/// Which voter does what at which step, so that a simulation replays an attack.
struct AttackSchedule {
  /// An action of a faulty voter.
  struct Line: Equatable {
    let step: Int
    var vote: VoteValue?
    /// Whether the vote is only for the replicas that are cut off, or only for the others; nil for
    /// all.
    var isForCutOff: Bool?
    var callsTally = false
  }

  /// The part of a voter.
  enum Part: Equatable {
    case faulty([Line])
    /// Votes at a step, against the facts if mistaken; may be cut off from the others.
    case honest(step: Int, isMistaken: Bool, isCutOff: Bool)

    /// Whether it is an honest voter's who votes at a step.
    func isHonest(at moment: Int) -> Bool {
      if case .honest(let step, _, _) = self { step == moment } else { false }
    }
  }

  /// The part of each voter.
  let parts: [Part]
  /// Whether the facts call for the action.
  let isWarranted: Bool
  /// The step from which some voters are cut off from the others; nil if none are.
  let cutStep: Int?
  /// The step of the coordinator's tally.
  let deadlineStep: Int
}

extension AttackSchedule {
  /// The schedule of an attack on a single ballot box.
  ///
  /// - Parameter isOrderFree: Whether votes may come in any order; otherwise each has its own step.
  init(central attack: Attack, voterCount: Int, isOrderFree: Bool) {
    let view = attack.views[0]
    let isFaulty = attack.isFaulty(among: voterCount)
    var arrivals: [Arrival?] = Array(repeating: nil, count: voterCount)
    var last = 0
    for (place, arrival) in view.arrivals.enumerated() {
      let step = isOrderFree ? (isFaulty[arrival.voter] ? 1 : 2) : place + 1
      arrivals[arrival.voter] = Arrival(step: step, value: arrival.value)
      last = max(last, step)
    }
    let deadline = last + 2
    // After an early tally, the votes that are too late for it still come before the deadline.
    let late = view.moment == .early ? last + 1 : deadline + 1
    self.init(
      parts: arrivals.enumerated().map { voter, arrival in
        guard isFaulty[voter] else {
          return .honest(step: arrival?.step ?? late, isMistaken: false, isCutOff: false)
        }
        let vote = Line(step: arrival?.step ?? 0, vote: arrival?.value ?? .abstain)
        let tally = Line(step: last, callsTally: true)
        return .faulty(view.moment == .early ? [vote, tally] : [vote])
      },
      isWarranted: attack.isWarranted ?? false, cutStep: nil, deadlineStep: deadline)
  }

  /// A vote that has arrived.
  private struct Arrival {
    let step: Int
    let value: VoteValue
  }

  /// The schedule of an attack on two replicas.
  ///
  /// Voters whom both replicas must hear vote first. Then one replica is cut off from the other,
  /// together with those whom only it must hear, and all the others vote. Voters whom neither must
  /// hear come too late.
  init(replicas attack: Attack, voterCount: Int) {
    let (both, cut, apart, deadline) = (1, 2, 3, 5)
    let isFaulty = attack.isFaulty(among: voterCount)
    let heard = attack.views.map { $0.votes(among: voterCount) }
    let parts = (0..<voterCount).map { voter -> Part in
      let (first, second) = (heard[0][voter], heard[1][voter])
      if isFaulty[voter] {
        return .faulty([
          Line(step: both, vote: first ?? .abstain, isForCutOff: true),
          Line(step: both, vote: second ?? .abstain, isForCutOff: false),
        ])
      }
      let step =
        first != nil && second != nil ? both : first ?? second != nil ? apart : deadline + 1
      return .honest(
        step: step, isMistaken: (first ?? second) == .approve,
        isCutOff: voter == attack.views[0].owner || (first != nil && second == nil))
    }
    let isAnyoneApart = parts.contains { $0.isHonest(at: apart) }
    self.init(
      parts: parts, isWarranted: false, cutStep: isAnyoneApart ? cut : nil, deadlineStep: deadline)
  }
}

extension Attack {
  /// Whether each voter is faulty.
  fileprivate func isFaulty(among voterCount: Int) -> [Bool] {
    var isFaulty = Array(repeating: false, count: voterCount)
    for voter in faulty { isFaulty[voter] = true }
    return isFaulty
  }
}

extension Attack.View {
  /// The votes of each voter that have arrived.
  fileprivate func votes(among voterCount: Int) -> [VoteValue?] {
    var votes: [VoteValue?] = Array(repeating: nil, count: voterCount)
    for arrival in arrivals { votes[arrival.voter] = arrival.value }
    return votes
  }
}
