import Simulation

/// When the votes of a pool arrive, of voters with the same distribution of delays.
///
/// Times depend neither on votes nor on rules, so the mean time of a decision is a sum over the number
/// of the vote that brings it. The mean time of the k-th vote that arrives is an integral over
/// P(at least *k* of *n* have arrived at *t*).
struct ArrivalTimes: Equatable {
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

  /// The mean seconds until the first vote that arrives, the second, and so on: of each, given that it
  /// arrives in time.
  ///
  /// The relative error is below 10^-9, and the rounding of times to nanoseconds is neglected.
  ///
  /// - Complexity: O(*n*) steps at each of about 1,500 times.
  func means() -> [Double] {
    let inTime = atLeast(votesBefore: last)
    /// The probability that each of the votes arrives between a time and the last moment.
    func waiting(_ time: Double) -> [Double] {
      var chances = atLeast(votesBefore: time)
      for place in chances.indices { chances[place] = max(0, inTime[place] - chances[place]) }
      return chances
    }
    let start = min(shift, last)
    let places = [start] + Self.shares.map { quantile($0) } + [last]
    var sums = Array(repeating: 0.0, count: voterCount)
    for (low, high) in zip(places, places.dropFirst()) {
      integrate(waiting, from: low, to: high, scale: inTime, into: &sums, depth: Self.depthMax)
    }
    return zip(sums, inTime).map { sum, chance in
      // What is too unlikely to be added up may come at the last moment.
      (chance > 0 ? min(last, start + sum / chance) : last) / 1e9
    }
  }

  /// The probability that at least one vote arrives before a time, at least two, and so on.
  private func atLeast(votesBefore time: Double) -> [Double] {
    let share = arrived(before: time)
    var chances = binomial(voterCount, share, or: 1 - share, ignoring: 0x1p-80)
    for place in stride(from: voterCount - 1, through: 1, by: -1) {
      chances[place] += chances[place + 1]
    }
    chances.removeFirst()
    return chances
  }

  /// The shares of the votes that arrive in time at which panels meet: equal panels, and at both ends
  /// ever smaller ones, so that none is almost empty.
  private static let shares: [Double] = {
    func small(to last: Int) -> [Double] {
      (6...last).map { Double(sign: .plus, exponent: -$0, significand: 1) }
    }
    // Before the first votes nothing changes; behind the last there may be a long time.
    return small(to: 20).reversed() + (1..<32).map { Double($0) / 32 }
      + small(to: 50).map { 1 - $0 }
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

  /// Adds integrals by the rule of Gauss and Kronrod with fifteen points, in halves where the seven
  /// points of Gauss among them do not come near.
  private func integrate(
    _ function: (Double) -> [Double], from low: Double, to high: Double, scale: [Double],
    into sums: inout [Double], depth: Int
  ) {
    if high <= low { return }
    let (centre, half) = ((low + high) / 2, (high - low) / 2)
    var fine = Array(repeating: 0.0, count: scale.count)
    var coarse = fine
    for point in Self.points {
      for place in point.place == 0
        ? [centre] : [centre - half * point.place, centre + half * point.place]
      {
        let values = function(place)
        for index in values.indices {
          fine[index] += half * point.kronrod * values[index]
          coarse[index] += half * point.gauss * values[index]
        }
      }
    }
    // The finer rule has at least half as many digits again as both have in common.
    let isFine = scale.indices.allSatisfy { index in
      (fine[index] - coarse[index]).magnitude
        <= 1e-9 * fine[index] + 1e-13 * last * scale[index] + 1e-30 * last
    }
    if isFine || depth == 0 {
      for index in sums.indices { sums[index] += fine[index] }
      return
    }
    integrate(function, from: low, to: centre, scale: scale, into: &sums, depth: depth - 1)
    integrate(function, from: centre, to: high, scale: scale, into: &sums, depth: depth - 1)
  }

  /// The points of both rules on one side of the centre, as in QUADPACK's `qk15`.
  private static let points: [(place: Double, kronrod: Double, gauss: Double)] = [
    (0, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327),
    (0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0),
    (
      0.405845151377397166906606412076961, 0.190350578064785409913256402421014,
      0.381830050505118944950369775488975
    ),
    (0.586087235467691130294144691693800, 0.169004726639267902826583426598550, 0),
    (
      0.741531185599394439863864773280788, 0.140653259715525918745189590510238,
      0.279705391489276667901467771423780
    ),
    (0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0),
    (
      0.949107912342758524526189684047851, 0.063092092629978553290700663189204,
      0.129484966168869693270611432679082
    ),
    (0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0),
  ]
}
