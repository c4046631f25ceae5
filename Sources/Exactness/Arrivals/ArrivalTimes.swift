import Simulation

/// When the votes of a pool arrive, of voters with the same distribution of delays.
///
/// Times do not depend on votes, so the mean time of a decision is a sum over the number of the vote
/// that brings it. The time of the k-th vote that arrives is an integral over
/// P(at least *k* of *n* have arrived at *t*).
struct ArrivalTimes {
  private let voterCount: Int
  private let varying: Distribution
  /// What all delays have in common, in nanoseconds.
  private let shift: Double
  /// The probability that a vote is not lost.
  private let kept: Double
  /// The last moment at which a vote counts, in nanoseconds.
  private let last: Double

  /// Votes with the same timing; nil if both parts of their delays vary, or if copies may be faster.
  init?(voterCount: Int, _ timing: VoteTiming, last: Nanoseconds) {
    guard let delay = timing.variation else { return nil }
    self.voterCount = voterCount
    varying = delay.varying
    shift = Double(delay.shift.count)
    kept = delay.kept
    self.last = Double(last.count) + 0.5
  }

  /// The sum of the seconds until votes, each multiplied by its probability to bring a decision.
  ///
  /// The relative error is below 10^-9, and the rounding of times to nanoseconds is neglected.
  ///
  /// - Parameter stops: the probability that the vote with this number, from 0, brings a decision.
  func meanSum(_ stops: [Double]) -> Double {
    if stops.allSatisfy({ $0 == 0 }) { return 0 }
    let inTime = arrived(before: last)
    // The probability that at least so many votes arrive in time, for one and more.
    var tails: [Double] = []
    for chance in binomial(voterCount, inTime, or: 1 - inTime).dropFirst().reversed() {
      tails.append((tails.last ?? 0) + chance)
    }
    let weights = zip(stops, tails.reversed()).map { stop, tail in stop == 0 ? 0 : stop / tail }
    // By the number of votes, the weight of those that have arrived.
    let reached = weights.reduce(into: [0.0]) { sums, weight in
      sums.append((sums.last ?? 0) + weight)
    }
    let all = stops.reduce(0, +)
    func waiting(_ time: Double) -> Double {
      let share = arrived(before: time)
      let chances = binomial(voterCount, share, or: 1 - share, ignoring: 0x1p-80)
      return max(0, all - zip(chances, reached).reduce(0) { $0 + $1.0 * $1.1 })
    }
    let start = min(shift, last)
    let places = [start] + Self.shares.map { quantile($0) } + [last]
    let beyond = zip(places, places.dropFirst()).reduce(0.0) { sum, panel in
      sum + integral(of: waiting, from: panel.0, to: panel.1, depth: Self.depthMax)
    }
    return (start * all + beyond) / 1e9
  }

  /// The shares of the votes that arrive in time at which panels meet: equal panels, and at both ends
  /// ever smaller ones, so that none is almost empty.
  private static let shares: [Double] = {
    let small = (6...50).map { Double(sign: .plus, exponent: -$0, significand: 1) }
    return small.reversed() + (1..<32).map { Double($0) / 32 } + small.map { 1 - $0 }
  }()
  private static let depthMax = 12

  private func arrived(before time: Double) -> Double {
    kept * varying.chances(before: time - shift).within
  }

  /// The time by which this share of the votes that arrive in time has arrived.
  private func quantile(_ share: Double) -> Double {
    let goal = arrived(before: last) * share
    var (low, high) = (min(shift, last), last)
    for _ in 0..<60 {
      let middle = low + (high - low) / 2
      if arrived(before: middle) < goal { low = middle } else { high = middle }
    }
    return high
  }

  /// The integral by a rule of Gauss, in halves where they do not add up to it.
  private func integral(
    of function: (Double) -> Double, from low: Double, to high: Double, depth: Int
  ) -> Double {
    if high <= low { return 0 }
    let middle = low + (high - low) / 2
    let whole = gauss(function, low, high)
    let halves = gauss(function, low, middle) + gauss(function, middle, high)
    if depth == 0 || (whole - halves).magnitude <= 1e-13 * (halves.magnitude + last * 1e-6) {
      return halves
    }
    return integral(of: function, from: low, to: middle, depth: depth - 1)
      + integral(of: function, from: middle, to: high, depth: depth - 1)
  }

  /// Gauss and Legendre's rule with eight points.
  private func gauss(_ function: (Double) -> Double, _ low: Double, _ high: Double) -> Double {
    let (centre, half) = ((low + high) / 2, (high - low) / 2)
    return half
      * Self.points.reduce(0) { sum, point in
        sum + point.weight
          * (function(centre - half * point.place) + function(centre + half * point.place))
      }
  }

  private static let points: [(place: Double, weight: Double)] = [
    (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
  ]
}
