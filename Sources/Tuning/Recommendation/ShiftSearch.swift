import Maths
import Metrics

// With known voters in the seats, a harm is a polynomial in what is added to all accuracies, or to all
// correlations. So a few values say where it is below another one, and where it is not. Seldom are all
// of them needed: mostly the adversary who is the worst for a rival already does more harm than anyone
// does to the chosen one. Only what that leaves open is asked of all adversaries.

/// The search for the nearest changes of all honest voters with which another configuration does less
/// harm at worst.
struct ShiftSearch: Sendable {
  private let quality: HonestQuality
  private let plan: TunePlan
  private let chosen: Int
  private let study: TuneStudy
  private let rivals: [Int]
  private let workers: Workers
  private let nodes: ChebyshevNodes
  /// What the honest voters have now.
  private let present: [Double]

  /// A search; nil if the harm is no polynomial, or there are no honest voters or too many values.
  init?(
    _ quality: HonestQuality, _ plan: TunePlan, _ chosen: Int, _ study: TuneStudy,
    _ workers: Workers
  ) {
    present = plan.draws.flatMap(quality.values)
    // The best adversary aims at what costs most, which changes with the voters.
    guard !present.isEmpty, plan.attackers.allSatisfy({ $0.kind == .voters }) else { return nil }
    nodes = ChebyshevNodes(1 + (plan.attackers.map(HonestQuality.degree).max() ?? 0))
    rivals = plan.rivals(of: chosen, in: study)
    if rivals.count * nodes.places.count > TunePlan.valuesMax { return nil }
    (self.quality, self.plan, self.chosen) = (quality, plan, chosen)
    (self.study, self.workers) = (study, workers)
  }

  /// A shift at which a rival begins to be better.
  private struct End {
    let shift: Double
    let rival: Int
  }

  /// Why a search ends without a result.
  private enum Failure: Error {
    case interrupted
    case unknown
  }

  /// The range around the present.
  func stability() async -> StabilityAnswer<ShiftStability> {
    do {
      let (least, greatest) = (0 - (present.min() ?? 0), 1 - (present.max() ?? 1))
      let below = try await nearestEnd(upTo: least)
      let above = try await nearestEnd(upTo: greatest)
      return .known(
        ShiftStability(
          present: present.allSatisfy { $0 == present[0] } ? present[0] : nil,
          least: below?.shift ?? least, betterBelow: below?.rival,
          greatest: above?.shift ?? greatest, betterAbove: above?.rival))
    } catch {
      switch error {
      case .interrupted: return .interrupted
      case .unknown: return .unknown
      }
    }
  }

  // MARK: From part to part

  /// Parts in which the harm differs by a larger factor than this are divided, or rounding would hide
  /// the smaller ones.
  private static let spanMax = 1e4
  /// The smallest part, as a share of all shifts to one side.
  private static let smallestShare = 1e-3

  private func nearestEnd(upTo limit: Double) async throws(Failure) -> End? {
    if limit == 0 { return nil }
    var parts: [(near: Double, far: Double)] = [(0, limit)]
    while let part = parts.popLast() {
      let places = nodes.places.map {
        part.near + (part.far - part.near) * (1 + $0) / 2
      }
      let own = try await values(of: [chosen], at: places, by: Array(plan.attackers.indices))[0]
      let known = own.compactMap { $0 }
      if known.count < own.count { throw .unknown }
      if (part.far - part.near).magnitude > Self.smallestShare * limit.magnitude,
        let cut = Self.cut(places.indices.map { place in known.map { $0[place] }.max() ?? 0 })
      {
        let middle = (places[cut - 1] + places[cut]) / 2
        parts += [(middle, part.far), (part.near, middle)]
        continue
      }
      let curves = known.map { HarmCurve($0, at: nodes) }.withoutCovered
      if let end = try await nearestEnd(among: curves, at: places) {
        let shift = part.near + (part.far - part.near) * (1 + end.place) / 2
        return End(
          shift: try await isFromNowOn(end.rival, shift, of: limit) ? 0 : shift, rival: end.rival)
      }
    }
    return nil
  }

  /// Before which place to divide, given the harm at each; nil where that need not be.
  private static func cut(_ harms: [Double]) -> Int? {
    let most = harms.max() ?? 0
    func isLarge(_ harm: Double) -> Bool { harm * spanMax >= most }
    if harms.count < 2 || harms.allSatisfy(isLarge) { return nil }
    let first = harms.firstIndex(where: isLarge) ?? 0
    let large = harms.dropFirst(first).firstIndex { !isLarge($0) } ?? harms.count
    // The large ones are left together, unless that is nearly nothing.
    let cut = first > 0 ? first : large
    return cut > harms.count / 8 && cut < harms.count ? cut : harms.count / 2
  }

  /// Whether a rival that is as good as the chosen one now is so until it is better.
  ///
  /// What begins to be better by no more than rounding seems to do so a little later.
  private func isFromNowOn(
    _ rival: Int, _ shift: Double, of limit: Double
  ) async throws(Failure) -> Bool {
    if shift.magnitude > Self.smallestShare * limit.magnitude { return false }
    let places = [0] + (0...20).map { shift / Double(1 << $0) }
    let found = try await values(
      of: [chosen, rival], at: places, by: Array(plan.attackers.indices))
    return places.indices.allSatisfy { place in
      let worst = found.map { $0.compactMap { $0?[place] }.max() ?? 0 }
      return !worst[1].isClearlyAbove(worst[0])
    }
  }

  // MARK: Rivals

  /// How many rivals are asked about together against all adversaries.
  private static let rivalsAtOnce = 32

  /// The nearest place of a part, from -1 to 1, at which a rival is better; nil if there is none.
  private func nearestEnd(
    among own: [HarmCurve], at shifts: [Double]
  ) async throws(Failure) -> (place: Double, rival: Int)? {
    var open = try await openRivals(own, at: shifts)
    var ends: [(place: Double, rival: Int)] = []
    var nearest = 1.0
    while !open.isEmpty {
      let some = open.prefix(Self.rivalsAtOnce).filter {
        $0.place <= nearest + Self.roundingOfPlace
      }
      if some.isEmpty { break }
      open.removeFirst(some.count)
      let found = try await values(
        of: some.map(\.rival), at: shifts, by: Array(plan.attackers.indices))
      for (rival, values) in zip(some.map(\.rival), found) {
        let curves = values.compactMap { $0.map { HarmCurve($0, at: nodes) } }
        guard let place = own.firstPlace(below: curves) else { continue }
        if curves.count < values.count { throw .unknown }
        ends.append((place, rival))
        nearest = min(nearest, place)
      }
    }
    // Of those that are better from the same place on, the first one is told.
    let first = ends.filter { $0.place <= nearest + Self.roundingOfPlace }.map(\.rival).min()
    return first.map { (nearest, $0) }
  }

  /// How far rounding may move a place.
  private static let roundingOfPlace = 1e-9

  /// The rivals who are better somewhere as far as the adversary says who is the worst for them now,
  /// with the first place where they are; nearest first.
  private func openRivals(
    _ own: [HarmCurve], at shifts: [Double]
  ) async throws(Failure) -> [(place: Double, rival: Int)] {
    let worst = rivals.map { study.configurations[$0].worst[plan.harm].adversary ?? 0 }
    var open: [(place: Double, rival: Int)] = []
    for adversary in plan.attackers.indices {
      let asked = zip(rivals, worst).filter { $0.1 == adversary }.map(\.0)
      if asked.isEmpty { continue }
      let found = try await values(of: asked, at: shifts, by: [adversary])
      let places = await workers.each(asked.count) { number -> Double? in
        let curves = found[number].compactMap { $0.map { HarmCurve($0, at: nodes) } }
        return own.firstPlace(below: curves) ?? .infinity
      }
      guard let places else { throw .interrupted }
      open += zip(places, asked).filter { $0.0 < .infinity }.map { ($0.0, $0.1) }
    }
    return open.sorted { ($0.place, $0.rival) < ($1.place, $1.rival) }
  }

  // MARK: Values

  /// The harm of some configurations by some adversaries at some shifts; nil by whom it is not exactly
  /// known.
  private func values(
    of configurations: [Int], at shifts: [Double], by adversaries: [Int]
  ) async throws(Failure) -> [[[Double]?]] {
    let settings = configurations.map { plan.configurations[$0].settings }
    let found = await workers.each(adversaries.count * shifts.count) { number in
      let (adversary, shift) = number.quotientAndRemainder(dividingBy: shifts.count)
      return plan.attackers[adversaries[adversary]]
        .changingHonest { quality.raised(by: shifts[shift], $0) }
        .values(under: settings, of: [.expectedHarm]).map { $0[0].value }
    }
    guard let found else { throw .interrupted }
    return configurations.indices.map { place in
      adversaries.indices.map { adversary in
        let values = shifts.indices.compactMap { found[adversary * shifts.count + $0][place] }
        return values.count == shifts.count ? values : nil
      }
    }
  }
}
