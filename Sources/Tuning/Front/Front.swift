import Metrics

/// Which of some configurations no other is as good as in every respect and better in one.
struct Front {
  /// Whether each is in the front.
  let memberships: [Judgement]
  /// Whether each would be in the front if all were as good as they may be.
  let isPromising: [Bool]

  /// The front of configurations whose objectives are known as ranges that grow with harm; nil where
  /// there is nothing to measure, which is never bad.
  ///
  /// - Parameter feasible: whether each keeps all limits; what does not is out, and beats nothing.
  init(_ badness: [[ClosedRange<Double>?]], feasible: [Judgement]) {
    let points = RankedRanges.rows(badness)
    let places = points.indices.filter { feasible[$0] != .no }
    // Only what nothing beats can beat what nothing else does.
    let surest = Self.undominated(places.filter { feasible[$0] == .yes }.map { points[$0].high })
    let best = Self.undominated(places.map { points[$0].low })
    memberships = points.indices.map { place in
      let point = points[place]
      if feasible[place] == .no || surest.contains(where: { $0.dominates(point.low) }) {
        return .no
      }
      // Nobody is beaten by what itself may be.
      let isBeatable =
        point.low == point.high
        ? best.contains { $0.dominates(point.high) }
        : places.contains { $0 != place && points[$0].low.dominates(point.high) }
      return isBeatable || feasible[place] == .undecided ? .undecided : .yes
    }
    isPromising = points.indices.map { place in
      feasible[place] != .no && best.contains(points[place].low)
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
  fileprivate func dominates(_ other: [Int]) -> Bool {
    var isBetter = false
    for place in indices {
      if self[place] > other[place] { return false }
      if self[place] < other[place] { isBetter = true }
    }
    return isBetter
  }
}
