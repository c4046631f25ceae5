import Agents
import Consensus
import Guarantees

/// The worst that an adversary can do to a guarantee, found by trying everything on ballot boxes: whom
/// it controls, what honest voters see, which of their votes it holds back, and how its voters vote.
struct RiskEnumeration {
  /// A voter with its view: voters with the same number share one as far as they are correlated.
  struct Voter {
    let role: HonestRole
    let view: Int
  }

  let question: GuaranteeQuestion
  let voters: [Voter]
  /// The decision on each combination of votes, each a digit: 0 for none, 1 approves, 2 rejects.
  private let decisions: [ActionKind: [Decision]]

  init(_ question: GuaranteeQuestion, _ voters: [Voter]) {
    self.question = question
    self.voters = voters
    let codes = 0..<Int(pow3: voters.count)
    decisions = Dictionary(
      uniqueKeysWithValues: ActionKind.allCases.map { kind in
        (kind, codes.map { Self.decision(on: $0, question.rules, critical: kind == .critical) })
      })
  }

  private static func decision(
    on code: Int, _ rules: VotingRules, critical: Bool
  ) -> Decision {
    var box = BallotBox(rules: rules)
    let (voting, deadline) = (Instant(rank: 0), Instant(rank: 1))
    _ = try? box.propose(by: 0, critical: critical, deadline: deadline)
    for voter in rules.weights.indices {
      switch code / Int(pow3: voter) % 3 {
      case 1: _ = try? box.vote(.approve, by: voter, on: 0, at: voting)
      case 2: _ = try? box.vote(.reject, by: voter, on: 0, at: voting)
      default: break
      }
    }
    return box.outcome(of: 0, at: deadline).decision
  }

  /// The greatest probability with which so many faulty voters break a guarantee.
  func worst(_ guarantee: Guarantee, _ actions: ActionKind, faults: Int) -> Double {
    let isOpen = question.counting != .replicated && question.rules.safeguards.tally == .anytime
    if guarantee == .decision && isOpen && faults > 0 { return 1 }
    let isHoldingBack =
      guarantee != .decision && (question.timing == .asynchronous || isOpen)
    var worst = 0.0
    for isWarranted in guarantee == .decision ? [true, false] : [guarantee == .noFalseRejection] {
      let wanted: [Decision] =
        switch guarantee {
        case .noFalseApproval: [.approved]
        case .noFalseRejection: [.rejected]
        case .decision, .agreement: [.noQuorum, .pending]
        }
      for faulty in 0..<(1 << voters.count) where faulty.nonzeroBitCount == faults {
        let reachable = reachable(
          wanted, decisions[actions] ?? [], faulty: faulty, isHoldingBack: isHoldingBack)
        worst = max(worst, chance(of: reachable, faulty: faulty, warranted: isWarranted))
      }
    }
    return worst
  }

  /// Whether the adversary can get what it wants, for each combination of honest votes.
  private func reachable(
    _ wanted: [Decision], _ decisions: [Decision], faulty: Int, isHoldingBack: Bool
  ) -> [Bool] {
    decisions.indices.map { code in
      func canReach(_ voter: Int, _ votes: Int) -> Bool {
        if voter == voters.count { return wanted.contains(decisions[votes]) }
        let place = Int(pow3: voter)
        let own = code / place % 3
        let ways = faulty >> voter & 1 == 1 ? [0, 1, 2] : isHoldingBack ? [own, 0] : [own]
        return ways.contains { canReach(voter + 1, votes + $0 * place) }
      }
      return canReach(0, 0)
    }
  }

  private func chance(of reachable: [Bool], faulty: Int, warranted isWarranted: Bool) -> Double {
    let views = (voters.map(\.view).max() ?? 0) + 1
    var sum = 0.0
    for right in 0..<(1 << views) {
      // One role a view: its accuracy is that of what is shared.
      var viewChance = 1.0
      for view in 0..<views {
        guard let role = voters.first(where: { $0.view == view })?.role else { continue }
        let accuracy = role.accuracy.probability(warranted: isWarranted)
        viewChance *= right >> view & 1 == 1 ? accuracy : 1 - accuracy
      }
      func vote(_ voter: Int, _ code: Int, _ chance: Double) {
        if chance == 0 { return }
        if voter == voters.count {
          if reachable[code] { sum += chance }
          return
        }
        if faulty >> voter & 1 == 1 { return vote(voter + 1, code, chance) }
        let role = voters[voter].role
        let accuracy = role.accuracy.probability(warranted: isWarranted)
        let shared = right >> voters[voter].view & 1 == 1 ? role.correlation : 0
        let seesRight = (1 - role.correlation) * accuracy + shared
        let (rightVote, wrongVote) = isWarranted ? (1, 2) : (2, 1)
        let place = Int(pow3: voter)
        vote(voter + 1, code, chance * role.abstain)
        vote(voter + 1, code + rightVote * place, chance * (1 - role.abstain) * seesRight)
        vote(voter + 1, code + wrongVote * place, chance * (1 - role.abstain) * (1 - seesRight))
      }
      vote(0, 0, viewChance)
    }
    return sum
  }
}

extension Int {
  fileprivate init(pow3 exponent: Int) {
    self = (0..<exponent).reduce(1) { power, _ in 3 * power }
  }
}
