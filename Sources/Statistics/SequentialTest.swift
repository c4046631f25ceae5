import Maths

/// A test of a mean against a limit that stays valid if it is checked after every trial.
///
/// It is a bet against the limit. A bettor who believes that the mean is below it stakes part of a
/// capital of 1 on each trial, at odds that would be fair if the mean were at the limit. Unless the
/// bettor is right, the capital is not expected to grow. By Ville's inequality it then ever reaches
/// 1 ÷ α with a probability of at most α. So the error rate holds, however often one looks and
/// whenever one stops (Waudby-Smith and Ramdas, "Estimating means of bounded random variables by
/// betting", 2024). A second bettor bets on the other side.
///
/// The test assumes only that trials are independent and identically distributed, and that values
/// are bounded. A trial adds values over some units, and the mean is the sum of all totals divided
/// by all units. Because the best stake is unknown, each bettor divides the capital among many
/// stakes, most of it among the highest ones: they win clear cases soon, and close ones take long
/// anyway.
package struct SequentialTest: Sendable {
  /// The side of the limit on which the mean was found.
  package enum Side: Sendable, Equatable {
    case below
    case above
  }

  /// The limit.
  package let limit: Double
  /// The largest probability that a mean at the limit, or beyond it, is ever found on the other
  /// side.
  package let errorRate: Double
  /// The side that was found, which is final.
  package private(set) var side: Side?
  /// The number of trials until a side was found.
  package private(set) var trials = 0

  private var below: BettingProcess
  private var above: BettingProcess

  /// A test of a mean.
  ///
  /// - Parameters:
  ///   - range: The range of possible values, which includes the limit.
  ///   - unitsMax: The largest number of units of a trial.
  package init(
    limit: Double, range: ClosedRange<Double>, unitsMax: Double, errorRate: Double
  ) {
    precondition(range.contains(limit) && unitsMax > 0, "the limit is in the range of the values")
    precondition(errorRate > 0 && errorRate < 1, "an error rate lies between 0 and 1")
    self.limit = limit
    self.errorRate = errorRate
    // The largest deviation of a trial from the limit is also the largest loss.
    below = BettingProcess(sign: -1, lossMax: (range.upperBound - limit) * unitsMax)
    above = BettingProcess(sign: 1, lossMax: (limit - range.lowerBound) * unitsMax)
  }

  /// Adds a trial, unless a side is already found.
  package mutating func add(_ sample: Sample) {
    guard side == nil else { return }
    trials += 1
    let deviation = sample.total - limit * sample.units
    below.bet(on: deviation)
    above.bet(on: deviation)
    let needed = -logarithm(errorRate)
    if below.logarithmOfCapital >= needed {
      side = .below
    } else if above.logarithmOfCapital >= needed {
      side = .above
    }
  }
}

/// A bettor who bets on the sign of deviations.
struct BettingProcess: Sendable {
  private let sign: Double
  private let stakes: [Double]
  /// The logarithm of the present value of each share of the capital.
  private var logarithms: [Double]

  /// The shares of the capital at the start; each stake is half of the one before.
  ///
  /// They are proportional to 1/2, 1/6, 1/12 and so on, and sum to 1.
  private static let shares: [Double] = {
    let count = 12
    return (1...count).map { Double(count + 1) / Double(count * $0 * ($0 + 1)) }
  }()

  /// - Parameter lossMax: The largest possible deviation to the other side.
  init(sign: Double, lossMax: Double) {
    self.sign = sign
    // The highest stake never loses its whole share. If there is no other side nothing can be lost,
    // and an unlimited stake wins with the first deviation.
    let highest = lossMax > 0 ? 0.98 / lossMax : 1e18
    stakes = Self.shares.indices.map { highest / Double(1 << $0) }
    logarithms = Self.shares.map { logarithm($0) }
  }

  /// Bets on a deviation, several times in a row.
  mutating func bet(on deviation: Double, times: Double = 1) {
    for (share, stake) in stakes.enumerated() {
      logarithms[share] += times * logarithm(onePlus: sign * stake * deviation)
    }
  }

  /// The number of bets until the logarithm of the capital is so large, if each share grows with every
  /// bet as it does from this process to another one; nil if it never is.
  func betsUntil(_ needed: Double, growingAs other: BettingProcess) -> Double? {
    let growth = zip(logarithms, other.logarithms).map { $1 - $0 }
    guard growth.contains(where: { $0 > 0 }) else { return nil }
    func suffice(_ bets: Double) -> Bool {
      var later = self
      for index in growth.indices where growth[index] != 0 {
        later.logarithms[index] += bets * growth[index]
      }
      return later.logarithmOfCapital >= needed
    }
    // The logarithm is convex and starts at 0, so it reaches the number only once.
    var (low, high) = (0.0, 1.0)
    while !suffice(high) {
      (low, high) = (high, 2 * high)
      if high > 1e15 { return nil }
    }
    for _ in 0..<40 {
      let middle = low + (high - low) / 2
      if suffice(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The logarithm of the sum of all shares.
  var logarithmOfCapital: Double {
    let largest = logarithms.reduce(-.infinity, max)
    if largest == -.infinity { return largest }
    return largest + logarithm(logarithms.reduce(0) { $0 + exponential($1 - largest) })
  }
}

extension SequentialTest {
  /// The total and the units of a trial.
  package struct Sample: Sendable, Equatable {
    /// The sum over the units.
    package let total: Double
    /// The number of units.
    package let units: Double

    /// The total of a trial over its units.
    package init(total: Double, units: Double) {
      self.total = total
      self.units = units
    }
  }

  /// The mean of some trials and the limits that they leave possible, however often they were
  /// checked; nil if there are no units.
  ///
  /// The mean is moved into the limits that are known already.
  ///
  /// A limit is possible unless one of the bettors would have won by now: the interval contains the
  /// mean with a probability of 1 − 2 α.
  ///
  /// - Parameters:
  ///   - known: The limits that are known already; only narrower ones are looked for.
  ///   - precision: The largest error of a limit, as a share of its distance from the mean; the limit
  ///     is then too far away. By default it is a millionth of the range.
  /// - Complexity: O(*n* log *n*) in the trials, and some hundred times the number of different
  ///   ones.
  package static func estimate(
    of samples: [Sample], range: ClosedRange<Double>, unitsMax: Double, errorRate: Double,
    within known: ClosedRange<Double>? = nil, precision: Double? = nil
  ) -> Estimate? {
    let units = samples.reduce(0) { $0 + $1.units }
    guard units > 0 else { return nil }
    let total = samples.reduce(0) { $0 + $1.total }
    // Capital grows by factors, whose order does not matter.
    let kinds = Self.kinds(of: samples)
    let mean = min(max(total / units, range.lowerBound), range.upperBound)
    func excludes(_ limit: Double) -> Bool {
      var below = BettingProcess(sign: -1, lossMax: (range.upperBound - limit) * unitsMax)
      var above = BettingProcess(sign: 1, lossMax: (limit - range.lowerBound) * unitsMax)
      for (sample, count) in kinds {
        let deviation = sample.total - limit * sample.units
        if limit > mean {
          below.bet(on: deviation, times: count)
        } else {
          above.bet(on: deviation, times: count)
        }
      }
      let won = limit > mean ? below.logarithmOfCapital : above.logarithmOfCapital
      return won >= -logarithm(errorRate)
    }
    /// Bisects the range between the mean and a bound to find where exclusion begins.
    func edge(towards bound: Double) -> Double {
      if !excludes(bound) { return bound }
      var (inside, outside) = (mean, bound)
      for _ in 0..<20 {
        if let precision, (outside - inside).magnitude <= precision * (outside - mean).magnitude {
          break
        }
        let middle = inside + (outside - inside) / 2
        if excludes(middle) { outside = middle } else { inside = middle }
      }
      return outside
    }
    let known = known ?? range
    // After bad luck the mean may lie beyond what is known.
    let value = min(max(mean, known.lowerBound), known.upperBound)
    let low = known.lowerBound < mean ? edge(towards: known.lowerBound) : known.lowerBound
    let high = known.upperBound > mean ? edge(towards: known.upperBound) : known.upperBound
    return Estimate(value: value, low: min(low, value), high: max(high, value))
  }

  /// The different samples with their frequencies.
  private static func kinds(of samples: [Sample]) -> [(sample: Sample, count: Double)] {
    let sorted = samples.sorted { ($0.total, $0.units) < ($1.total, $1.units) }
    return sorted.reduce(into: []) { kinds, sample in
      if kinds.last?.sample == sample {
        kinds[kinds.count - 1].count += 1
      } else {
        kinds.append((sample, 1))
      }
    }
  }
}
