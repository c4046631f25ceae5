import Metrics
import Scenarios

extension TunePlan {
  /// How many seats there may be before another configuration than a given one does less harm.
  func seatStability(
    of chosen: Int, in study: TuneStudy, workers: Workers
  ) async -> StabilityAnswer<SeatStability> {
    var search = SeatSearch(
      plan: self, chosen: chosen, study: study, rivals: rivals(of: chosen, in: study),
      workers: workers)
    let most = max(seatCount, draws.map { SeatedScenario.countMax($0, request) }.min() ?? 0)
    do {
      // Nobody has to be asked about the present, but the harm may be unknown even there.
      if try await search.best(withSeats: seatCount) == .unknown { return .unknown }
      let below = try await search.end(Array((0..<seatCount).reversed()))
      let above = try await search.end(most > seatCount ? Array((seatCount + 1)...most) : [])
      return .known(
        SeatStability(
          fewest: seatCount - below.count, below: below.end, most: seatCount + above.count,
          above: above.end))
    } catch {
      return .interrupted
    }
  }
}

/// The search for numbers of seats with which another configuration does less harm at worst.
private struct SeatSearch {
  let plan: TunePlan
  let chosen: Int
  let study: TuneStudy
  let rivals: [Int]
  let workers: Workers
  /// How many values were asked for.
  private var valueCount = 0

  init(plan: TunePlan, chosen: Int, study: TuneStudy, rivals: [Int], workers: Workers) {
    (self.plan, self.chosen, self.study) = (plan, chosen, study)
    (self.rivals, self.workers) = (rivals, workers)
  }

  struct Interrupted: Error {}

  /// Which is the best with some number of seats.
  enum Best: Equatable {
    case chosen
    case rival(Int)
    case unknown
  }

  /// With how many of some numbers of seats, one after the other, nothing is better, and what comes
  /// then.
  mutating func end(
    _ counts: [Int]
  ) async throws(Interrupted) -> (count: Int, end: SeatStability.End) {
    for (place, count) in counts.enumerated() {
      if valueCount + rivals.count > TunePlan.valuesMax { return (place, .unknown) }
      switch try await best(withSeats: count) {
      case .chosen: continue
      case .rival(let rival): return (place, .better(rival))
      case .unknown: return (place, .unknown)
      }
    }
    return (counts.count, .none)
  }

  /// The configuration that does the least harm at worst with some number of seats.
  mutating func best(withSeats count: Int) async throws(Interrupted) -> Best {
    let adversaries = plan.adversaries(withSeats: count)
    // Without seats, all of them are the same.
    let attackers = count == 0 ? Array(adversaries.suffix(1)) : Array(adversaries.dropLast())
    let own = try await values(of: [chosen], by: attackers)[0].compactMap(\.self)
    guard own.count == attackers.count, let harm = own.max() else { return .unknown }
    // Mostly one adversary is enough: the one who is the worst for the rival with the present seats.
    var open: [Int] = []
    for (place, attacker) in attackers.enumerated() {
      let asked = rivals.filter { rival in
        count == 0 || study.configurations[rival].worst[plan.harm].adversary ?? 0 == place
      }
      let found = try await values(of: asked, by: [attacker])
      open += zip(asked, found).filter { $0.1[0].map { harm.isClearlyAbove($0) } ?? true }.map(\.0)
    }
    open.sort()
    var best: (rival: Int, harm: Double)?
    for (rival, values) in zip(open, try await values(of: open, by: attackers)) {
      let known = values.compactMap(\.self)
      let worst = known.max() ?? 0
      if !harm.isClearlyAbove(worst) { continue }
      if known.count < values.count { return .unknown }
      if best.map({ $0.harm.isClearlyAbove(worst) }) ?? true { best = (rival, worst) }
    }
    return best.map { .rival($0.rival) } ?? .chosen
  }

  /// The harm of some configurations by some adversaries; nil where it is not exactly known.
  private mutating func values(
    of configurations: [Int], by attackers: [SeatAdversary]
  ) async throws(Interrupted) -> [[Double?]] {
    valueCount += configurations.count * attackers.count
    let settings = configurations.map { plan.configurations[$0].settings }
    let found = await workers.each(attackers.count) { number in
      attackers[number].values(under: settings, of: [.expectedHarm]).map { $0[0].value }
    }
    guard let found else { throw Interrupted() }
    return configurations.indices.map { place in found.map { $0[place] } }
  }
}
