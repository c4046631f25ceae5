import Agents
import Guarantees
import Simulation

/// A proposal, as far as it matters to how a group votes on it.
struct Occasion {
  /// Whether the facts call for the action.
  let isWarranted: Bool
  /// Its number, from 1.
  let number: Int
  /// The worker it is aimed at, counted from 1; nil for one whom no plan is about.
  let target: Int?
  /// Whether a vote may be replaced by a later one.
  let allowsVoteChange: Bool
}

extension ChanceGroup {
  /// How a group votes on an occasion, given how likely each vote arrives.
  init(_ group: VoterGroup, on occasion: Occasion, arriving arrival: DelayChances) {
    let moods: [Mood] =
      switch group.role {
      case .honest(let role): Self.moods(of: role, on: occasion)
      case .absent(let role): [Mood(Self.chances(of: role, on: occasion))]
      case .byzantine(let role): Self.moods(of: role, count: group.count, on: occasion)
      case .colluding(let role): Self.moods(of: role, count: group.count, on: occasion)
      }
    let isPivot = if case .colluding(let role) = group.role { role.plan == .pivot } else { false }
    self.init(
      count: group.count,
      moods: moods.map { mood in
        Mood(
          probability: mood.probability,
          mood.chances.heard(arrival.within, missed: arrival.beyond), waiting: mood.waiting)
      }, lastWord: isPivot ? .fewestSuffice : .eachForItself, isFaulty: group.role.isFaulty)
  }

  // MARK: Loyal voters

  private static func moods(of role: HonestRole, on occasion: Occasion) -> [Mood] {
    let accuracy = role.accuracy.probability(warranted: occasion.isWarranted)
    let own = 1 - role.correlation
    func mood(sharedRight: Bool) -> Mood {
      let right = own * accuracy + (sharedRight ? role.correlation : 0)
      let wrong = own * (1 - accuracy) + (sharedRight ? 0 : role.correlation)
      return Mood(
        probability: sharedRight ? accuracy : 1 - accuracy,
        .seeing(right: right, wrong: wrong, warranted: occasion.isWarranted)
          .heard(1 - role.abstain, missed: role.abstain))
    }
    if role.correlation > 0 { return [mood(sharedRight: true), mood(sharedRight: false)] }
    return [Mood(mood(sharedRight: true).chances)]
  }

  private static func chances(of role: AbsentRole, on occasion: Occasion) -> VoteChances {
    let right = VoteChances.certain(approving: occasion.isWarranted)
    return switch role.mode {
    case .crashed: .silent
    // When it crashes is a matter of when its votes arrive.
    case .crashAt: right
    case .intermittent:
      right.heard(role.availability ?? 0, missed: 1 - (role.availability ?? 0))
    }
  }

  // MARK: Faulty voters

  private static func behaving(_ accuracy: Accuracy, on occasion: Occasion) -> VoteChances {
    let right = accuracy.probability(warranted: occasion.isWarranted)
    return .seeing(right: right, wrong: 1 - right, warranted: occasion.isWarranted)
  }

  private static func moods(
    of role: ByzantineRole, count: Int, on occasion: Occasion
  ) -> [Mood] {
    let honest = behaving(role.accuracy, on: occasion)
    if role.strategy == .lastMover {
      return waiting(count, honest, role.rate)
    }
    let misbehaving: VoteChances =
      switch role.strategy {
      case .approveAll: .certain(approving: true)
      case .rejectAll: .certain(approving: false)
      case .random: VoteChances(approve: 0.5, reject: 0.5)
      case .abstain: .silent
      case .flip: .certain(approving: occasion.isWarranted != occasion.allowsVoteChange)
      case .oppose, .doubleVote, .equivocate, .rush, .prematureTally, .impersonate, .flood,
        .lastMover, .scripted:
        // Those with a way of their own are told as obstacles; against the truth is their worst.
        .certain(approving: !occasion.isWarranted)
      }
    return [Mood(misbehaving.mixed(role.rate, with: honest, 1 - role.rate))]
  }

  /// Each waits for the last moment with some probability, and otherwise votes at once.
  private static func waiting(
    _ count: Int, _ atOnce: VoteChances, _ probability: Double
  ) -> [Mood] {
    binomial(count, probability).enumerated().map { waiting, probability in
      Mood(probability: probability, atOnce, waiting: waiting)
    }
  }

  private static func moods(
    of role: ColludingRole, count: Int, on occasion: Occasion
  ) -> [Mood] {
    let honest = behaving(role.accuracy, on: occasion)
    if occasion.number < role.fromProposal { return [Mood(honest)] }
    let isAimedAt = occasion.target.map { role.targets.contains($0) } ?? false
    func following(_ plan: VoteChances) -> VoteChances {
      plan.mixed(role.participation, with: honest, 1 - role.participation)
    }
    let active: [Mood] =
      switch role.plan {
      case .lockstep:
        [
          Mood(probability: 0.5, following(.approving)),
          Mood(probability: 0.5, following(.rejecting)),
        ]
      case .oppose, .mimic, .isolate:
        // Those with victims are told as obstacles; against the truth is their worst.
        [Mood(following(.certain(approving: !occasion.isWarranted)))]
      case .protect: [Mood(isAimedAt ? following(.rejecting) : honest)]
      case .frame: [Mood(isAimedAt ? following(.approving) : honest)]
      case .pivot: waiting(count, honest, role.participation)
      }
    return [Mood(probability: role.camouflage, honest)]
      + active.map { mood in
        Mood(
          probability: (1 - role.camouflage) * mood.probability, mood.chances,
          waiting: mood.waiting)
      }
  }
}

/// How likely each number of so many independent events is.
private func binomial(_ count: Int, _ probability: Double) -> [Double] {
  var chances = [1.0]
  for _ in 0..<count {
    var next = chances.map { $0 * (1 - probability) } + [0]
    for number in chances.indices { next[number + 1] += chances[number] * probability }
    chances = next
  }
  return chances
}
