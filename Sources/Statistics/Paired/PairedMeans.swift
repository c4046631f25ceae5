/// Two means over the same trials, with a test whether they differ more than chance explains.
///
/// A mean is the sum of all totals divided by all units, as in `ClusteredMean`. Trials are paired:
/// what both have in common does not count as noise.
package struct PairedMeans: Sendable {
  /// The total and units of a trial, in both results.
  package struct Observation: Sendable, Equatable {
    /// The total and units in the base.
    package let base: (total: Int, units: Int)
    /// The total and units in the new result.
    package let new: (total: Int, units: Int)

    /// The total and units of a trial in both results.
    package init(base: (total: Int, units: Int), new: (total: Int, units: Int)) {
      self.base = base
      self.new = new
    }

    /// Whether both are equal.
    package static func == (left: Self, right: Self) -> Bool {
      left.base == right.base && left.new == right.new
    }
  }

  /// The mean of the base.
  package let base: Double
  /// The mean of the new result.
  package let new: Double

  /// The trials with units in at least one result.
  private let trials: [Observation]
  private let baseSum: (total: Int128, units: Int128)
  private let newSum: (total: Int128, units: Int128)

  /// The means over some trials; nil if one result has no units.
  package init?(_ trials: [Observation]) {
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

  /// The p-value: the probability of such a difference of the means, or a larger one, if there were
  /// none.
  ///
  /// The common mean p is that of all units of both. The contribution of a trial to the difference
  /// is x − p·n, for its total x and units n, in the new result minus the base. If both results
  /// change places, p is the same and the difference changes its sign. If both have the same units,
  /// the contribution is the difference of the totals.
  package var pValue: Double {
    let total = baseSum.total + newSum.total
    let units = baseSum.units + newSum.units
    return SignFlipTest(
      trials.map { trial in
        Int128(trial.new.total - trial.base.total) * units
          - total * Int128(trial.new.units - trial.base.units)
      }
    ).pValue
  }

  /// The new mean minus that of the base, with Student's interval of the linearised difference.
  ///
  /// - Parameter width: The largest possible difference of the means.
  package func difference(within width: Double, confidence: Double = 0.95) -> Estimate {
    let value = new - base
    let limit = max(width, value.magnitude)
    let count = Double(trials.count)
    let error = (count / (count - 1) * squaredDeviations).squareRoot()
    return .student(
      value, error: error, trials: count, within: -limit...limit, confidence: confidence)
  }

  /// The sum of squares of each trial's contribution to the difference beyond its share.
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
