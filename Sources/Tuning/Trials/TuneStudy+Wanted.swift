import Metrics
import Scenarios

/// What more trials are run for.
enum TrialPurpose: CaseIterable, Sendable {
  /// To know which configurations are in the front and keep the limits.
  case front
  /// To know which configuration is the best.
  case best
}

/// What a round of trials is to find out.
struct TrialRequest: Sendable {
  /// What it is for.
  let purpose: TrialPurpose
  /// The pairs of which more must be known, in their order.
  let wanted: [TrialRounds.Wanted]
  /// The configurations for whose sake, with the trials that the pairs that matter to each will have.
  let raised: [(configuration: Int, trials: Int)]

  /// Nothing is left to find out.
  static let nothing = TrialRequest(purpose: .front, wanted: [], raised: [])
}

extension TuneStudy {
  /// What the next round is to find out.
  ///
  /// Both purposes get as many trials, as long as both need some.
  var nextRequest: TrialRequest {
    let all = TrialPurpose.allCases.map(request(for:)).filter { !$0.wanted.isEmpty }
    return all.min { rounds.spent(for: $0.purpose) < rounds.spent(for: $1.purpose) } ?? .nothing
  }

  private func request(for purpose: TrialPurpose) -> TrialRequest {
    var list = WantedList(rounds, purpose)
    switch purpose {
    case .front:
      for place in configurations.indices where configurations[place].feasible == .undecided {
        list.begin(with: place)
        wantFeasibility(of: place, &list)
        list.end()
      }
      for (place, decider) in clearestUndecided {
        list.begin(with: place)
        switch decider {
        case .unknown:
          for metric in aims { wantUpper(metric, of: place, &list) }
        case .beaten(let rival):
          for metric in aims { wantToBeBetter(rival, than: place, metric, &list) }
        case .unbeaten:
          for rival in rivals(of: place) {
            if let metric = strength(of: place, over: rival) {
              wantToBeBetter(place, than: rival, metric, &list)
            }
          }
        }
        list.end()
      }
    case .best:
      guard case .undecided(let likeliest) = outcome else { break }
      list.begin(with: likeliest)
      let rival = rivalForBest(of: likeliest)
      if let rival {
        wantToBeBetter(likeliest, than: rival, plan.harm, &list)
      } else {
        wantUpper(plan.harm, of: likeliest, &list)
      }
      for place in [likeliest, rival].compactMap(\.self) {
        wantFeasibility(of: place, &list)
        if !configurations[place].worst[plan.harm].value.isOpen {
          want(plan.harm, of: place, against: plan.adversaries.count - 1, &list)
        }
      }
      list.end()
    }
    return list.request
  }

  /// The places of the objectives among the metrics.
  private var aims: [Int] {
    plan.request.aims.compactMap { plan.metrics.firstIndex(of: $0) }
  }

  // MARK: The front

  /// What would decide whether a configuration is in the front.
  private enum Decider {
    /// It is not known yet.
    case unknown
    /// That another one beats it in all respects.
    case beaten(by: Int)
    /// That it is better than each other one in some respect.
    case unbeaten
  }

  /// The undecided configurations whose membership probably takes the fewest trials, with what would
  /// decide it.
  ///
  /// What is nearly as good as another one takes the most, and matters least; it waits until all
  /// clearer ones are decided.
  private var clearestUndecided: [(place: Int, decider: Decider)] {
    let points = configurations.map { configuration in aims.map { configuration.likely[$0] } }
    let undecided = configurations.indices.filter {
      configurations[$0].front == .undecided && configurations[$0].feasible == .yes
    }
    let found = undecided.map { place -> (place: Int, decider: Decider, cost: Double) in
      let (decider, gap) = decider(of: place, points)
      let level = TrialRounds.trialsAtFirst
      // With as many trials as it has, it is not decided.
      let now = Double(2 * rounds.level(ofConfiguration: place, for: .front))
      return (place, decider, max(Double(level) / gap, now))
    }
    let least = found.map(\.cost).min() ?? 0
    return found.filter { $0.cost <= 2 * least }.map { ($0.place, $0.decider) }
  }

  /// What would decide whether a configuration is in the front, and by how much it seems to be so.
  private func decider(of place: Int, _ points: [[Double?]]) -> (Decider, gap: Double) {
    let own = points[place].compactMap(\.self)
    if own.count < points[place].count { return (.unknown, 1) }
    var (most, winner) = (-Double.infinity, place)
    for other in configurations.indices
    where other != place && configurations[other].feasible != .no {
      let least = zip(own, points[other]).map { $0 - ($1 ?? 0) }.min() ?? 0
      if least > most { (most, winner) = (least, other) }
    }
    return most > 0 ? (.beaten(by: winner), most) : (.unbeaten, -most)
  }

  /// The configurations that may still beat one.
  private func rivals(of place: Int) -> [Int] {
    configurations.indices.filter { other in
      other != place && configurations[other].feasible != .no
        && aims.allSatisfy { metric in
          let name = plan.metrics[metric]
          guard let own = configurations[place].worst[metric].value.badness(name)?.upperBound,
            let its = configurations[other].worst[metric].value.badness(name)?.lowerBound
          else { return true }
          return !its.isClearlyAbove(own) && !isSurelyBetter(place, other, metric)
        }
    }
  }

  /// The objective in which a configuration seems to be better than another one by most; nil if
  /// nothing is open.
  private func strength(of place: Int, over other: Int) -> Int? {
    let (own, its) = (configurations[place].likely, configurations[other].likely)
    func ahead(_ metric: Int) -> Double { (its[metric] ?? 1) - (own[metric] ?? 0) }
    return aims.max { ahead($0) < ahead($1) }
  }

  /// Asks for what decides whether a configuration keeps the limits.
  private func wantFeasibility(of place: Int, _ list: inout WantedList) {
    guard configurations[place].feasible == .undecided else { return }
    for constraint in plan.request.constraints ?? [] {
      guard let metric = plan.metrics.firstIndex(of: constraint.metric) else { continue }
      wantUpper(metric, of: place, &list)
    }
  }

  // MARK: The best

  /// The configuration that may be better than another one by most; nil if no other may be.
  private func rivalForBest(of likeliest: Int) -> Int? {
    func least(_ place: Int) -> Double {
      configurations[place].worst[plan.harm].value.range?.lowerBound ?? 0
    }
    let most = configurations[likeliest].worst[plan.harm].value.range?.upperBound ?? 0
    let rivals = configurations.indices.filter { place in
      place != likeliest && configurations[place].feasible != .no
        && !least(place).isClearlyAbove(most)
        && !isSurelyBetter(likeliest, place, plan.harm)
    }
    return rivals.min { least($0) < least($1) }
  }

  // MARK: Pairs

  /// Asks for what shows that a metric is better under one configuration than under another.
  ///
  /// The one must have a low upper limit, so its adversary is whoever may be the worst; the other
  /// must have a high lower limit, against whoever seems to be the worst. And trials of both with the
  /// same adversary share their luck.
  private func wantToBeBetter(
    _ one: Int, than other: Int, _ metric: Int, _ list: inout WantedList
  ) {
    let most = configurations[one].worst[metric].adversary
    let likely = likelyAdversary(of: other, metric)
    if let most {
      want(metric, of: one, against: most, &list)
      want(metric, of: other, against: most, &list)
    }
    if let likely { want(metric, of: other, against: likely, &list) }
  }

  /// Asks for a metric of a configuration against the adversary who may be the worst.
  private func wantUpper(_ metric: Int, of place: Int, _ list: inout WantedList) {
    guard let adversary = configurations[place].worst[metric].adversary else { return }
    want(metric, of: place, against: adversary, &list)
  }

  /// The adversary of whom most is known to be bad.
  private func likelyAdversary(of place: Int, _ metric: Int) -> Int? {
    let name = plan.metrics[metric]
    var (most, found) = (-Double.infinity, nil as Int?)
    for (adversary, values) in values(ofConfiguration: place).enumerated().dropLast() {
      guard let low = values[metric].badness(name)?.lowerBound, low > most else { continue }
      (most, found) = (low, adversary)
    }
    return found
  }

  /// Asks for a metric of a configuration against an adversary, in those draws where it is open.
  private func want(
    _ metric: Int, of place: Int, against adversary: Int, _ list: inout WantedList
  ) {
    let name = plan.metrics[metric]
    for draw in 0..<plan.drawCount {
      let pair = TrialRounds.Pair(configuration: place, adversary: adversary, draw: draw)
      if rounds.value(pair, name)?.isOpen == true { list.want(pair) }
    }
  }
}

extension TunedConfiguration {
  /// What the worst of each metric is likely to be, as a number that grows with harm; nil if that is
  /// not known yet.
  fileprivate var likely: [Double?] {
    worst.map { worst in
      guard let range = worst.value.range else { return 0 }
      return worst.value.value ?? (range.lowerBound == range.upperBound ? range.lowerBound : nil)
    }
  }
}

/// Pairs of which more must be known, with how many trials there should be.
private struct WantedList {
  private let rounds: TrialRounds
  private let purpose: TrialPurpose
  private var targets: [TrialRounds.Pair: Int] = [:]
  private var raised: [(configuration: Int, trials: Int)] = []
  private var own: [TrialRounds.Pair] = []
  private var place = 0

  init(_ rounds: TrialRounds, _ purpose: TrialPurpose) {
    self.rounds = rounds
    self.purpose = purpose
  }

  /// Begins with what is wanted for a configuration.
  mutating func begin(with place: Int) {
    self.place = place
    own = []
  }

  mutating func want(_ pair: TrialRounds.Pair) {
    if !own.contains(pair) { own.append(pair) }
  }

  /// Ends what is wanted for a configuration: all pairs get as many trials as others did before for
  /// its sake, and if all have, twice as many.
  mutating func end() {
    guard let least = own.map({ rounds.pairs[$0]?.count ?? 0 }).min() else { return }
    let level = rounds.level(ofConfiguration: place, for: purpose)
    let target = max(TrialRounds.trialsAtFirst, least >= level ? 2 * least : level)
    raised.append((place, target))
    for pair in own { targets[pair] = max(target, targets[pair] ?? 0) }
  }

  var request: TrialRequest {
    let wanted = targets.keys.sorted().compactMap { pair -> TrialRounds.Wanted? in
      let target = targets[pair] ?? 0
      if target <= rounds.pairs[pair]?.count ?? 0 { return nil }
      return TrialRounds.Wanted(pair: pair, trials: target)
    }
    return TrialRequest(purpose: purpose, wanted: wanted, raised: raised)
  }
}
