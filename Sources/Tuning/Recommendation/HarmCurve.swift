import Maths

/// The harm of a configuration by an adversary, as a polynomial on the numbers from -1 to 1.
struct HarmCurve: Sendable {
  private let series: ChebyshevSeries
  /// How far rounding may put it off.
  private let noise: Double
  /// The largest of the values that it is made of.
  fileprivate let most: Double

  /// The curve with these values at some places.
  init(_ values: [Double], at nodes: ChebyshevNodes) {
    series = ChebyshevSeries(values, at: nodes)
    most = values.max() ?? 0
    noise = Self.roundingOfValue * most
  }

  private init(_ series: ChebyshevSeries, noise: Double, most: Double) {
    self.series = series
    self.noise = noise
    self.most = most
  }

  /// The rounding of a value, as a share of the largest one.
  ///
  /// A value is a sum of thousands of products; the rounding of some of them adds up.
  private static let roundingOfValue = 4e-14

  /// What less harm is clearly less, as a share of the harm, beside what rounding makes of it.
  private static let clearShare = 1e-12

  /// How often parts are halved to find an end.
  fileprivate static let halvingsMax = 44

  fileprivate func part(from: Double, to: Double) -> HarmCurve {
    HarmCurve(series.part(from: from, to: to), noise: noise, most: most)
  }
}

extension [HarmCurve] {
  /// The first number from -1 on at which the largest of some curves, those of a rival, is clearly
  /// below the largest of these; nil if there is none before an end.
  ///
  /// Where a rival's curve is nowhere below these, or one of these is above all of the rival's, the
  /// coefficients say so; otherwise both halves are looked at.
  func firstPlace(below rival: [HarmCurve], before end: Double = 1) -> Double? {
    firstPlace(below: rival, from: -1, to: 1, before: end, halvings: 0)
  }

  private func firstPlace(
    below rival: [HarmCurve], from: Double, to: Double, before end: Double, halvings: Int
  ) -> Double? {
    if from >= end { return nil }
    let harm = map(\.lowerBound).reduce(0, Swift.max)
    if allSatisfy({ own in rival.contains { own.isNowhereClearlyAbove($0, harm) } }) { return nil }
    if contains(where: { own in rival.allSatisfy { own.isClearlyAbove($0, harm) } }) { return from }
    let middle = (from + to) / 2
    if halvings == HarmCurve.halvingsMax {
      return contains { own in rival.allSatisfy { own.isClearlyAboveInTheMiddle($0, harm) } }
        ? from : nil
    }
    func half(_ curves: [HarmCurve], _ start: Double) -> [HarmCurve] {
      curves.map { $0.part(from: start, to: start + 1) }
    }
    return half(self, -1).firstPlace(
      below: half(rival, -1), from: from, to: middle, before: end, halvings: halvings + 1)
      ?? half(self, 0).firstPlace(
        below: half(rival, 0), from: middle, to: to, before: end, halvings: halvings + 1)
  }

  /// Those that may be the largest somewhere, the largest first.
  var withoutCovered: [HarmCurve] {
    var kept: [HarmCurve] = []
    for curve in sorted(by: { $0.most > $1.most })
    where !kept.contains(where: { $0.isNowhereBelow(curve) }) {
      kept.append(curve)
    }
    return kept
  }
}

extension HarmCurve {
  fileprivate var lowerBound: Double { series.lowerBound }

  fileprivate func isNowhereBelow(_ other: HarmCurve) -> Bool {
    (series - other.series).lowerBound >= -(noise + other.noise)
  }

  // Between what is clear and what is not there is some room, or both might be left open for ever.

  fileprivate func isNowhereClearlyAbove(_ other: HarmCurve, _ harm: Double) -> Bool {
    (series - other.series).upperBound <= 2 * clear(other, harm)
  }

  fileprivate func isClearlyAbove(_ other: HarmCurve, _ harm: Double) -> Bool {
    (series - other.series).lowerBound > clear(other, harm)
  }

  fileprivate func isClearlyAboveInTheMiddle(_ other: HarmCurve, _ harm: Double) -> Bool {
    series.value(at: 0) - other.series.value(at: 0) > clear(other, harm)
  }

  /// What difference is clear, given a harm.
  private func clear(_ other: HarmCurve, _ harm: Double) -> Double {
    Self.clearShare * harm + noise + other.noise
  }
}
