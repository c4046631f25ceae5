import Metrics

/// The worst of a metric over all adversaries.
package struct WorstOfAdversaries: Equatable, Sendable {
  /// What is known of it; undefined if it is so against all of them.
  package let value: PairValue
  /// The place of the adversary who brings it about, or comes nearest as far as is known; nil if it
  /// is undefined.
  package let adversary: Int?
}

extension WorstOfAdversaries {
  /// The worst over some adversaries, in their order; of equal ones, the first.
  init(_ metric: Metric, over values: [PairValue]) {
    var (low, top) = (-Double.infinity, nil as (place: Int, high: Double)?)
    for (place, value) in values.enumerated() {
      guard let badness = value.badness(metric) else { continue }
      low = max(low, badness.lowerBound)
      if top.map({ badness.upperBound.isClearlyAbove($0.high) }) ?? true {
        top = (place, badness.upperBound)
      }
    }
    guard let top else {
      self.init(value: .undefined, adversary: nil)
      return
    }
    let worst = values[top.place]
    if let own = worst.badness(metric), !low.isClearlyAbove(own.lowerBound) {
      self.init(value: worst, adversary: top.place)
      return
    }
    // Whoever may be as bad as the worst must be known as well.
    let rivals = values.indices.filter { place in
      values[place].badness(metric).map { $0.upperBound > low } ?? false
    }
    let status = rivals.map { values[$0].status }.max { $0.rank < $1.rank } ?? worst.status
    let high = max(low, top.high)
    let range = metric.worsening == .falling ? -high...(-low) : low...high
    let isKnown = range.lowerBound == range.upperBound
    let estimates = values.compactMap(\.value)
    let estimate =
      (metric.worsening == .falling ? estimates.min() : estimates.max()).map {
        min(max($0, range.lowerBound), range.upperBound)
      }
    self.init(
      value: PairValue(
        value: isKnown ? range.lowerBound : status == .measured ? estimate : nil, range: range,
        status: isKnown ? worst.status : status,
        trials: rivals.map { values[$0].trials }.reduce(0, max)), adversary: top.place)
  }
}

extension Double {
  /// Whether it is larger by more than what rounding makes of different sums.
  func isClearlyAbove(_ other: Double) -> Bool {
    self - other > 1e-12 * max(magnitude, other.magnitude)
  }
}
