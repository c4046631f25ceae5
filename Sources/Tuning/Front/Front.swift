import Metrics

/// Which of some configurations no other is as good as in every respect and better in one.
struct Front {
  /// Whether each is in the front.
  let memberships: [Judgement]

  /// The front of configurations whose objectives are known as ranges that grow with harm; nil where
  /// there is nothing to measure, which is never bad.
  ///
  /// - Parameters:
  ///   - feasible: whether each keeps all limits; what does not is out, and beats nothing.
  ///   - isSurelyBetter: whether a configuration is known to be better than another one in an
  ///     objective, even if their ranges overlap.
  init(
    _ badness: [[ClosedRange<Double>?]], feasible: [Judgement],
    isSurelyBetter: (_ one: Int, _ other: Int, _ objective: Int) -> Bool = { _, _, _ in false }
  ) {
    let points = RankedRanges.rows(badness)
    let places = points.indices.filter { feasible[$0] != .no }
    // Only what nothing beats can beat what nothing else does.
    let surest = Self.undominated(places.filter { feasible[$0] == .yes }.map { points[$0].high })
    let best = Self.undominated(places.map { points[$0].low })
    let isBeaten = points.indices.map { place in
      let point = points[place]
      if feasible[place] == .no || surest.contains(where: { $0.dominates(point.low) }) {
        return true
      }
      // Nobody is beaten by what itself may be.
      if point.low == point.high && !best.contains(where: { $0.dominates(point.high) }) {
        return false
      }
      return places.contains { other in
        other != place && feasible[other] == .yes
          && points[other].high.dominates(point.low, or: { isSurelyBetter(other, place, $0) })
      }
    }
    // What is beaten beats nothing that the one who beats it does not beat.
    let rivals = places.filter { !isBeaten[$0] }
    memberships = points.indices.map { place in
      if isBeaten[place] { return .no }
      if feasible[place] == .undecided { return .undecided }
      let point = points[place]
      if point.low == point.high && !best.contains(where: { $0.dominates(point.high) }) {
        return .yes
      }
      let isBeatable = rivals.contains { other in
        other != place && points[other].low.dominates(point.high)
          && !point.low.indices.contains { isSurelyBetter(place, other, $0) }
      }
      return isBeatable ? .undecided : .yes
    }
  }

  /// The different vectors that no other dominates.
  private static func undominated(_ vectors: [[Int]]) -> [[Int]] {
    // What comes first in this order is dominated by nothing that follows.
    let sorted = Set(vectors).sorted { $0.lexicographicallyPrecedes($1) }
    var front: [[Int]] = []
    for vector in sorted where !front.contains(where: { $0.dominates(vector) }) {
      front.append(vector)
    }
    return front
  }
}

extension [Int] {
  /// Whether no number is larger than that of another vector, and one is smaller.
  ///
  /// - Parameter isSmaller: whether a number is known to be smaller, whatever it says.
  fileprivate func dominates(
    _ other: [Int], or isSmaller: (Int) -> Bool = { _ in false }
  ) -> Bool {
    var isBetter = false
    for place in indices {
      if self[place] < other[place] || isSmaller(place) {
        isBetter = true
      } else if self[place] > other[place] {
        return false
      }
    }
    return isBetter
  }
}
