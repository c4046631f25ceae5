import Consensus
import Maths

/// Values of a fraction that decide alike, whatever else is set.
struct FractionBin: Sendable {
  /// The values.
  let range: ClosedRange<Double>
  /// The one that stands for them.
  let value: Double
  /// For thresholds: the place of the least share that approves, among the shares that occur.
  let approvingFrom: Int
}

extension FractionBin {
  /// The bins of the quorum fraction under some settings.
  ///
  /// A count is large enough up to some fraction, which is found by halving.
  static func quorums(
    _ settings: RuleSettings, weights: [Double], _ reachable: ReachableCounts,
    among fractions: SearchSpace.Fractions
  ) -> [FractionBin] {
    var ends: Set<Double> = [1]
    var seen: Set<[Double]> = []
    for count in reachable.counts
    where seen.insert([Double(count.participants), count.presentWeight]).inserted {
      let end = greatestFraction { fraction in
        var settings = settings
        FractionField.quorum.set(fraction, in: &settings)
        return settings.rules(weights: weights).isQuorate(count)
      }
      if let end { ends.insert(end) }
    }
    let sorted = ends.sorted()
    let starts = [Double.leastNonzeroMagnitude] + sorted.dropLast().map(\.nextUp)
    return zip(starts, sorted).compactMap { start, end in
      FractionBin(start...end, approvingFrom: 0, among: fractions)
    }
  }

  /// The bins of a threshold.
  static func thresholds(
    _ settings: RuleSettings, _ reachable: ReachableCounts, among fractions: SearchSpace.Fractions
  ) -> [FractionBin] {
    let shares = reachable.shares.enumerated().filter { $0.element.upperBound > 0 }
    var bins: [FractionBin] = []
    func add(_ start: Double, _ end: Double, from place: Int) {
      if start > end { return }
      bins += [FractionBin(start...end, approvingFrom: place, among: fractions)].compactMap(\.self)
    }
    var start = Double.leastNonzeroMagnitude
    for (place, share) in shares {
      switch settings.safeguards.ties {
      case .approve:
        add(start, min(1, share.lowerBound), from: place)
        start = share.upperBound.nextUp
      case .reject:
        add(start, share.lowerBound.nextDown, from: place)
        start = share.upperBound
      }
    }
    add(start, 1, from: reachable.shares.count)
    return bins
  }

  /// The bin of all values of a fraction that decides nothing.
  static func idle(_ value: Double) -> FractionBin {
    FractionBin(range: Double.leastNonzeroMagnitude...1, value: value, approvingFrom: 0)
  }

  /// A bin, if some of its values are tried.
  private init?(
    _ range: ClosedRange<Double>, approvingFrom: Int, among fractions: SearchSpace.Fractions
  ) {
    switch fractions {
    case .within(let limits):
      guard limits.overlaps(range) else { return nil }
      value = range.clamped(to: limits).middle
    case .among(let values):
      guard let first = values.first(where: range.contains) else { return nil }
      value = first
    }
    self.range = range
    self.approvingFrom = approvingFrom
  }

  /// The greatest fraction of which something is true that is true of all smaller ones; nil if it is
  /// true of none.
  private static func greatestFraction(where isTrue: (Double) -> Bool) -> Double? {
    // The bits of positive doubles are in their order.
    func fraction(_ bits: Int) -> Double { Double(bitPattern: UInt64(bits)) }
    let all = Int(Double.leastNonzeroMagnitude.bitPattern)...Int(1.0.bitPattern)
    guard let first = all.firstInOrder(where: { !isTrue(fraction($0)) }) else { return 1 }
    return first > all.lowerBound ? fraction(first - 1) : nil
  }
}

extension ClosedRange<Double> {
  /// A value near the middle that takes few digits.
  ///
  /// Nearer to an end, rounding or one more voter might lead out of the range.
  var middle: Double {
    let (centre, quarter) = ((lowerBound + upperBound) / 2, (upperBound - lowerBound) / 4)
    var parts = 1.0
    while parts < 1e15 {
      let rounded = (centre * parts).rounded() / parts
      if (rounded - centre).magnitude <= quarter && contains(rounded) && rounded > 0 {
        return rounded
      }
      parts *= 10
    }
    return contains(centre) ? centre : upperBound
  }
}
