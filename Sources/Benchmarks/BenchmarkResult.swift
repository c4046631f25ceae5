/// How fast something is on this machine.
public struct BenchmarkResult: Sendable {
  /// What was measured.
  public let name: String
  /// The speed or the time, in the unit.
  public let value: Double
  /// The unit of the value.
  public let unit: String
  /// The value divided by that of its yardstick, measured in the same minute; nil without a
  /// yardstick.
  public let ratio: Double?
  /// The name of the yardstick.
  public let yardstick: String?

  init(
    _ name: String, _ value: Double, _ unit: String, ratio: Double? = nil,
    to yardstick: String? = nil
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.ratio = ratio
    self.yardstick = yardstick
  }
}
