/// A number with its confidence interval.
public struct Estimate: Sendable, Equatable {
  /// The estimate.
  public let value: Double
  /// The lower limit; minus infinity if there is none.
  public let low: Double
  /// The upper limit; infinity if there is none.
  public let high: Double

  /// An estimate with its limits.
  public init(value: Double, low: Double, high: Double) {
    precondition(low <= value && value <= high, "An interval contains its estimate.")
    self.value = value
    self.low = low
    self.high = high
  }

  /// The same in another unit, this many times as large as the present one.
  public func divided(by unit: Double) -> Estimate {
    precondition(unit > 0 && unit < .infinity, "A unit is positive.")
    return Estimate(value: value / unit, low: low / unit, high: high / unit)
  }
}
