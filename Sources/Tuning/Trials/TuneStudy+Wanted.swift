import Metrics
import Scenarios

extension TuneStudy {
  /// What the next round is to find out.
  ///
  /// Both purposes get as many trials, as long as both need some.
  var nextRequest: TrialRequest {
    let purposes = TrialPurpose.allCases.sorted { one, other in
      rounds.spent(for: one) < rounds.spent(for: other)
    }
    for purpose in purposes {
      let request = request(for: purpose)
      if !request.wanted.isEmpty { return request }
    }
    return .nothing
  }

  private func request(for purpose: TrialPurpose) -> TrialRequest {
    let questions: [Question]
    switch purpose {
    case .front: questions = questionsOfFront
    case .best: questions = questionsOfBest
    }
    // What is nearly as good as something else takes the most trials, and matters least.
    let least = questions.map(\.cost).min() ?? .infinity
    if least > 2 * Double(plan.trialsMax - rounds.trials) { return .nothing }
    var targets = PairTargets()
    for question in questions where question.cost <= 2 * least { targets.add(question.next) }
    return TrialRequest(purpose: purpose, wanted: targets.wanted(in: rounds))
  }

  /// Something to find out.
  private struct Question {
    /// How many trials it probably takes; infinite if it seems that they cannot tell.
    let cost: Double
    /// What comes next, if it is to be found out.
    let next: PairTargets
  }

  // MARK: The front

  private var questionsOfFront: [Question] {
    let undecided = configurations.indices.filter { configurations[$0].front == .undecided }
    if undecided.isEmpty { return [] }
    let possible = configurations.indices.filter {
      configurations[$0].front != .no && configurations[$0].feasible != .no
    }
    let outlook = TrialOutlook(self, of: possible)
    let unknown = questionsOfWhatIsUnknown(plan.aims, of: undecided, outlook)
    if !unknown.isEmpty { return unknown }
    let likely = outlook.rivals(among: possible)
    var least = Double.infinity
    return undecided.compactMap { place in
      let question =
        configurations[place].feasible == .undecided
        ? questionOfFeasibility(of: place, outlook)
        : questionOfMembership(
          of: place, likely.contains { mayBeat($0, place) } ? likely : possible, outlook,
          upTo: 2 * least)
      least = min(least, question?.cost ?? .infinity)
      return question
    }
  }

  /// Whether a configuration is in the front; nil if it seems to take more trials than a limit.
  private func questionOfMembership(
    of place: Int, _ rivals: [Int], _ outlook: TrialOutlook, upTo limit: Double
  ) -> Question? {
    let unbeaten = questionOfBeing(unbeaten: place, by: rivals, outlook, upTo: limit)
    let beaten = questionOfBeing(beaten: place, by: rivals, outlook, upTo: limit)
    return [unbeaten, beaten].compactMap(\.self).min { $0.cost < $1.cost }
  }

  /// What becomes of some metrics of configurations of which nothing is known at all.
  private func questionsOfWhatIsUnknown(
    _ metrics: [Int], of places: [Int], _ outlook: TrialOutlook
  ) -> [Question] {
    places.compactMap { place in
      var next = PairTargets()
      for metric in metrics { next.add(outlook.firstTargets(place, metric)) }
      return question(next, next)
    }
  }

  /// Whether some configuration is better than another one in all objectives.
  private func questionOfBeing(
    beaten place: Int, by rivals: [Int], _ outlook: TrialOutlook, upTo limit: Double
  ) -> Question? {
    var (least, found) = (limit, nil as [Claim]?)
    for rival in rivals where rival != place && configurations[rival].feasible == .yes {
      var claims: [Claim] = []
      for metric in plan.aims {
        guard let ways = outlook.ways(toBeBetter: rival, than: place, metric, upTo: least) else {
          break
        }
        claims.append(Claim(one: rival, other: place, metric: metric, ways: ways))
      }
      let most = claims.map(\.missing).max() ?? 0
      if claims.count == plan.aims.count && (most < least || found == nil) {
        (least, found) = (most, claims)
      }
    }
    return found.flatMap { question($0, outlook) }
  }

  /// Whether a configuration is better than each other one in some objective.
  private func questionOfBeing(
    unbeaten place: Int, by rivals: [Int], _ outlook: TrialOutlook, upTo limit: Double
  ) -> Question? {
    var claims: [Claim] = []
    var rest = limit
    for rival in rivals where mayBeat(rival, place) {
      var found: Claim?
      for metric in plan.aims {
        let most = min(rest, found?.missing ?? .infinity)
        guard let ways = outlook.ways(toBeBetter: place, than: rival, metric, upTo: most) else {
          continue
        }
        found = Claim(one: place, other: rival, metric: metric, ways: ways)
      }
      guard let found else { return nil }
      rest -= found.ways.map(\.missingOfOther).max() ?? 0
      if rest < 0 { return nil }
      claims.append(found)
    }
    return question(claims, outlook)
  }

  /// That a metric of one configuration is better than that of another one; if both are the same, on
  /// which side of a limit it is.
  private struct Claim {
    let one: Int
    let other: Int
    let metric: Int
    let ways: [TrialOutlook.Way]

    /// How many more trials it takes at least.
    var missing: Double { ways.map(\.missing).max() ?? 0 }
  }

  /// Whether all claims are true.
  private func question(_ claims: [Claim], _ outlook: TrialOutlook) -> Question? {
    var (whole, next) = (PairTargets(), PairTargets())
    for claim in claims {
      for way in claim.ways {
        whole.add(outlook.targets(way, claim.one, claim.other, claim.metric, isNext: false))
        next.add(outlook.targets(way, claim.one, claim.other, claim.metric, isNext: true))
      }
    }
    return question(whole, next)
  }

  /// Whether a configuration may beat another one, as far as is known.
  private func mayBeat(_ one: Int, _ other: Int) -> Bool {
    one != other
      && plan.aims.allSatisfy { metric in
        let name = plan.metrics[metric]
        guard let own = configurations[other].worst[metric].value.badness(name)?.upperBound,
          let its = configurations[one].worst[metric].value.badness(name)?.lowerBound
        else { return true }
        return !its.isClearlyAbove(own) && !isSurelyBetter(other, one, metric)
      }
  }

  /// Whether a configuration keeps the limits.
  private func questionOfFeasibility(of place: Int, _ outlook: TrialOutlook) -> Question? {
    let claims = (plan.request.constraints ?? []).compactMap { constraint -> Claim? in
      guard let metric = plan.metrics.firstIndex(of: constraint.metric) else { return nil }
      let limit = constraint.limit.bound * (constraint.metric.worsening == .falling ? -1 : 1)
      return Claim(
        one: place, other: place, metric: metric,
        ways: outlook.ways(toJudge: place, metric, limit))
    }
    return question(claims, outlook)
  }

  private func question(_ whole: PairTargets, _ next: PairTargets) -> Question? {
    if next.wanted(in: rounds).isEmpty { return nil }
    return Question(
      cost: Double(max(whole.cost(in: rounds), next.cost(in: rounds))), next: next)
  }

  // MARK: The best

  /// Whether the configuration that seems to be the best is better than each other one, and what the
  /// price in peace is of what would be recommended by now.
  private var questionsOfBest: [Question] {
    guard let told = outcome.place else { return [] }
    let possible = configurations.indices.filter { configurations[$0].feasible != .no }
    let outlook = TrialOutlook(self, of: Set(possible + [plan.own]).sorted())
    let peace = Set([told, plan.own]).sorted().compactMap { questionOfPeace(of: $0, outlook) }
    if case .found = outcome { return peace }
    let unknown = questionsOfWhatIsUnknown([plan.harm], of: possible, outlook)
    if !unknown.isEmpty { return unknown }
    func value(_ place: Int) -> Double { outlook.value(place, plan.harm) ?? 0 }
    let best = possible.min { value($0) < value($1) } ?? told
    let rivals = possible.filter { $0 != best && !isSurelyBetter(best, $0, plan.harm) }
    let claims = rivals.compactMap { rival in
      [(best, rival), (rival, best)].compactMap { one, other in
        outlook.waysToBeBest(one, other, plan.harm).map {
          Claim(one: one, other: other, metric: plan.harm, ways: $0)
        }
      }.min { $0.missing < $1.missing }
    }
    let doubtful = ([best] + rivals).filter { configurations[$0].feasible == .undecided }
    return claims.compactMap { question([$0], outlook) }
      + doubtful.compactMap { questionOfFeasibility(of: $0, outlook) } + peace
  }

  /// What a configuration costs in peace: that is measured as well as what is done to it.
  private func questionOfPeace(of place: Int, _ outlook: TrialOutlook) -> Question? {
    let next = outlook.targetsOfPeace(place, plan.harm, atLeast: plan.trialsMax / 100)
    return question(next, next)
  }
}
