import Experiments
import Metrics
import Scenarios

/// The search of one plan, round by round: first what is known without trials, then trials.
struct CellSearch: Sendable {
  let plan: TunePlan
  /// The units of the next round; none once the search is over.
  private(set) var units: [TuneUnit]
  /// What is known after the first round.
  private(set) var study: TuneStudy?
  /// What the next round is to find out.
  private var request = TrialRequest.nothing

  /// A search that was not begun.
  init(_ plan: TunePlan) {
    self.plan = plan
    units = plan.unitsOfValues
  }

  /// What comes of a unit; nil if interrupted.
  func outcome(of unit: TuneUnit, interruption: Interruption) -> TuneOutcome? {
    switch unit {
    case .values(let adversary, let draw, let configurations):
      return .values(
        plan.values(ofAdversary: adversary, draw: draw, configurations: configurations))
    case .trials(let pair, let numbers):
      var trials = Trials(plan.scenario(of: pair))
      guard let scores = trials.scores(of: numbers, interruption: interruption),
        let samples = study?.rounds.samples(scores, of: pair)
      else { return nil }
      return .samples(samples)
    }
  }

  /// Takes what came of the units of the round, in their order; false if interrupted.
  mutating func finishRound(_ outcomes: [TuneOutcome], _ workers: Workers) async -> Bool {
    if var study {
      // There is only one copy, so that adding to it copies nothing.
      self.study = nil
      defer { self.study = study }
      guard
        let narrowed = await workers.narrowed(
          request.wanted, by: zip(units, outcomes), in: study.rounds)
      else { return false }
      study.add(narrowed, asked: request)
      let changed = narrowed.map(\.pair.configuration)
      guard let compared = await workers.compared(in: study, changed: changed) else {
        return false
      }
      study.add(compared)
    } else {
      study = TuneStudy(plan, known: plan.known(from: zip(units, outcomes)))
    }
    guard let study else { return true }
    request = study.nextRequest
    units = study.rounds.units(for: request.wanted, most: plan.trialsMax)
    return true
  }
}

extension TunePlan {
  /// How many configurations are worked out together: they share one distribution of votes.
  private static let configurationsOfUnit = 8192

  /// The units that say what is known without trials.
  fileprivate var unitsOfValues: [TuneUnit] {
    stride(from: 0, to: configurations.count, by: Self.configurationsOfUnit).flatMap { start in
      let part = start..<min(configurations.count, start + Self.configurationsOfUnit)
      return adversaries.indices.flatMap { adversary in
        (0..<drawCount).map { draw in
          TuneUnit.values(adversary: adversary, draw: draw, configurations: part)
        }
      }
    }
  }

  /// What is known without trials of some configurations, by metric.
  fileprivate func values(
    ofAdversary adversary: Int, draw: Int, configurations part: Range<Int>
  ) -> [[PairValue]] {
    if !knowsWithoutTrials {
      let scope = adversaries[adversary].draws[draw].metricScope
      return part.map { _ in metrics.map { .bounded($0.values(in: scope)) } }
    }
    return adversaries[adversary].values(
      ofDraw: draw, under: part.map { configurations[$0].settings }, of: metrics)
  }

  /// What is known of each configuration, by adversary, draw and metric.
  fileprivate func known(
    from outcomes: some Sequence<(TuneUnit, TuneOutcome)>
  ) -> [[[[PairValue]]]] {
    var known: [[[[PairValue]]]] = Array(
      repeating: Array(
        repeating: Array(repeating: [], count: drawCount), count: adversaries.count),
      count: configurations.count)
    for (unit, outcome) in outcomes {
      guard case .values(let adversary, let draw, let part) = unit,
        case .values(let values) = outcome
      else { continue }
      for (configuration, own) in zip(part, values) { known[configuration][adversary][draw] = own }
    }
    return known
  }

  /// The scenario of a pair.
  func scenario(of pair: TrialRounds.Pair) -> Scenario {
    adversaries[pair.adversary].draws[pair.draw]
      .changing(configurations[pair.configuration].settings).withoutDetectors
  }
}

extension Workers {
  /// The pairs with the samples of their units, and narrower limits; nil if interrupted.
  func narrowed(
    _ wanted: [TrialRounds.Wanted], by outcomes: some Sequence<(TuneUnit, TuneOutcome)>,
    in rounds: TrialRounds
  ) async -> [(pair: TrialRounds.Pair, trials: PairTrials)]? {
    var own: [TrialRounds.Pair: [TrialSamples]] = [:]
    for case (.trials(let pair, _), .samples(let samples)) in outcomes {
      own[pair, default: []].append(samples)
    }
    let samples = own
    let looked = wanted.filter { samples[$0.pair] != nil }
    return await each(looked.count) { number in
      let one = looked[number]
      return rounds.narrowed(one, by: samples[one.pair] ?? []).map { (one.pair, $0) }
    }
  }
}
