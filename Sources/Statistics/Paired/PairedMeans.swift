/// Two means over the same trials, and whether they differ more than chance explains.
///
/// A mean is that of all totals over all units, as in `ClusteredMean`. Which trial of the one belongs
/// to which of the other matters: what both have in common does not count as noise.
public struct PairedMeans: Sendable {
  /// What a trial adds up to over how many units, in both.
  public struct Observation: Sendable, Equatable {
    /// What it is in the base.
    public let base: (total: Int, units: Int)
    /// What it is in the new one.
    public let new: (total: Int, units: Int)

    /// A trial of both.
    public init(base: (total: Int, units: Int), new: (total: Int, units: Int)) {
      self.base = base
      self.new = new
    }

    /// Whether both are the same.
    public static func == (left: Self, right: Self) -> Bool {
      left.base == right.base && left.new == right.new
    }
  }

  /// The mean of the base.
  public let base: Double
  /// The mean of the new.
  public let new: Double

  /// The trials that have a unit in either.
  private let trials: [Observation]
  private let baseSum: (total: Int128, units: Int128)
  private let newSum: (total: Int128, units: Int128)

  /// The means over some trials; nil where one of them has no unit.
  public init?(_ trials: [Observation]) {
    self.trials = trials.filter { $0.base.units > 0 || $0.new.units > 0 }
    baseSum = Self.sum(self.trials.map(\.base))
    newSum = Self.sum(self.trials.map(\.new))
    guard baseSum.units > 0 && newSum.units > 0 else { return nil }
    base = Double(baseSum.total) / Double(baseSum.units)
    new = Double(newSum.total) / Double(newSum.units)
  }

  private static func sum(
    _ parts: [(total: Int, units: Int)]
  ) -> (total: Int128, units: Int128) {
    parts.reduce((0, 0)) { ($0.0 + Int128($1.total), $0.1 + Int128($1.units)) }
  }

  /// How likely the means are at least as far apart, were there no difference.
  ///
  /// The common mean p is that of all units of both. What a trial adds to the difference is how far
  /// its totals x are from the p·n that its units n would have, in the new less in the base: places
  /// exchanged, p stays and the difference turns its sign. Where both have the same units, it is the
  /// difference of the totals.
  public var pValue: Double {
    let total = baseSum.total + newSum.total
    let units = baseSum.units + newSum.units
    return SignFlipTest(
      trials.map { trial in
        Int128(trial.new.total - trial.base.total) * units
          - total * Int128(trial.new.units - trial.base.units)
      }
    ).pValue
  }

  /// The new mean less the base's, with Student's interval of the linearised difference.
  ///
  /// - Parameter width: How far apart the means can be by their nature.
  public func difference(within width: Double, confidence: Double = 0.95) -> Estimate {
    let value = new - base
    let limit = max(width, value.magnitude)
    let count = Double(trials.count)
    let error = (count / (count - 1) * squaredDeviations).squareRoot()
    return .student(
      value, error: error, trials: count, within: -limit...limit, confidence: confidence)
  }

  /// The sum of squares of what each trial adds to the difference beyond its share.
  private var squaredDeviations: Double {
    let (baseUnits, newUnits) = (Double(baseSum.units), Double(newSum.units))
    return trials.reduce(0) { sum, trial in
      let base = Self.deviation(of: trial.base, from: baseSum)
      let new = Self.deviation(of: trial.new, from: newSum)
      // With the same units the two cancel without rounding, often completely.
      let deviation =
        baseSum.units == newSum.units
        ? Double(new - base) / (newUnits * newUnits)
        : Double(new) / (newUnits * newUnits) - Double(base) / (baseUnits * baseUnits)
      return sum + deviation * deviation
    }
  }

  /// x − p·n, times all units.
  private static func deviation(
    of part: (total: Int, units: Int), from sum: (total: Int128, units: Int128)
  ) -> Int128 {
    Int128(part.total) * sum.units - sum.total * Int128(part.units)
  }
}
