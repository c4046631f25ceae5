import Maths

/// A test of a mean against a limit that may be looked at after every trial.
///
/// It is a bet against the limit. A gambler who believes the mean to be below it stakes part of a
/// capital of 1 on each trial, at odds that would be fair were the mean at the limit: whatever the
/// trials, the capital then is not expected to grow unless the gambler is right, and by Ville's
/// inequality it ever reaches 1 ÷ α with a probability of at most α. So an error is as rare as stated,
/// however often one looks and whenever one stops (Waudby-Smith and Ramdas, "Estimating means of
/// bounded random variables by betting", 2024). A second gambler bets on the other side.
///
/// Nothing is assumed of the trials but that they are independent and alike and that values have
/// bounds. A trial adds up values over some units, and the mean is that of all totals over all units.
/// Since nobody knows the best stake, each gambler deals the capital out over many stakes, most of it
/// to the highest ones: they win clear cases soon, and close ones take long anyway.
public struct SequentialTest: Sendable {
  /// Which side of the limit the mean is found to be on.
  public enum Side: Sendable, Equatable {
    case below
    case above
  }

  /// The limit.
  public let limit: Double
  /// How likely a mean at the limit or beyond is ever found to be on the other side, at most.
  public let errorRate: Double
  /// The side that was found; once found it stays.
  public private(set) var side: Side?
  /// How many trials were looked at, until a side was found.
  public private(set) var trials = 0

  private var below: BettingProcess
  private var above: BettingProcess

  /// A test of a mean.
  ///
  /// - Parameters:
  ///   - range: The values that there can be; the limit lies among them.
  ///   - unitsMax: The most units that a trial can have.
  public init(
    limit: Double, range: ClosedRange<Double>, unitsMax: Double, errorRate: Double
  ) {
    precondition(range.contains(limit) && unitsMax > 0, "the limit is in the range of the values")
    precondition(errorRate > 0 && errorRate < 1, "an error rate lies between 0 and 1")
    self.limit = limit
    self.errorRate = errorRate
    // The most that a trial can deviate from the limit is the most that can be lost.
    below = BettingProcess(sign: -1, lossMax: (range.upperBound - limit) * unitsMax)
    above = BettingProcess(sign: 1, lossMax: (limit - range.lowerBound) * unitsMax)
  }

  /// Looks at a trial, unless a side was found before.
  public mutating func add(_ sample: Sample) {
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

/// Somebody who bets that deviations have a sign.
private struct BettingProcess: Sendable {
  private let sign: Double
  private let stakes: [Double]
  /// The logarithm of what each share of the capital has come to.
  private var logarithms: [Double]

  /// The shares of the capital at the start, each of half the stake of the one before.
  ///
  /// They are 1/2, 1/6, 1/12 and so on, put in proportion so that they add up to 1.
  private static let shares: [Double] = {
    let count = 12
    return (1...count).map { Double(count + 1) / Double(count * $0 * ($0 + 1)) }
  }()

  /// - Parameter lossMax: The largest deviation there can be to the other side.
  init(sign: Double, lossMax: Double) {
    self.sign = sign
    // The highest stake keeps a little of its share whatever happens. Where there is no other side
    // nothing can be lost, and whoever stakes beyond all measure wins with the first deviation.
    let highest = lossMax > 0 ? 0.98 / lossMax : 1e18
    stakes = Self.shares.indices.map { highest / Double(1 << $0) }
    logarithms = Self.shares.map { logarithm($0) }
  }

  /// Bets on a deviation, so many times in a row.
  mutating func bet(on deviation: Double, times: Double = 1) {
    for (share, stake) in stakes.enumerated() {
      logarithms[share] += times * logarithm(onePlus: sign * stake * deviation)
    }
  }

  /// The logarithm of all shares together.
  var logarithmOfCapital: Double {
    let largest = logarithms.reduce(-.infinity, max)
    if largest == -.infinity { return largest }
    return largest + logarithm(logarithms.reduce(0) { $0 + exponential($1 - largest) })
  }
}

extension SequentialTest {
  /// A trial's total over its units.
  public struct Sample: Sendable, Equatable {
    /// What the units add up to.
    public let total: Double
    /// How many there are.
    public let units: Double

    /// A total over some units.
    public init(total: Double, units: Double) {
      self.total = total
      self.units = units
    }
  }

  /// The mean of some trials and the limits that they leave possible, however they were looked at;
  /// nil where there is no unit.
  ///
  /// A limit is possible unless one of the gamblers would have won by now: the interval holds the
  /// mean with a probability of 1 − 2 α.
  ///
  /// - Complexity: O(*n* log *n*) in the trials, and some hundred times the number of different ones.
  public static func estimate(
    of samples: [Sample], range: ClosedRange<Double>, unitsMax: Double, errorRate: Double
  ) -> Estimate? {
    let units = samples.reduce(0) { $0 + $1.units }
    guard units > 0 else { return nil }
    let total = samples.reduce(0) { $0 + $1.total }
    // Capital grows by factors, whose order makes no difference.
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
    /// Halves what lies between the mean and a bound until it is known where exclusion begins.
    func edge(towards bound: Double) -> Double {
      if !excludes(bound) { return bound }
      var (inside, outside) = (mean, bound)
      for _ in 0..<20 {
        let middle = inside + (outside - inside) / 2
        if excludes(middle) { outside = middle } else { inside = middle }
      }
      return outside
    }
    return Estimate(
      value: mean, low: edge(towards: range.lowerBound), high: edge(towards: range.upperBound))
  }

  /// The different samples, and how often each occurs.
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
