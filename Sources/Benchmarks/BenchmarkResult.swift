/// How fast something is on this machine.
public struct BenchmarkResult: Sendable {
  /// What was measured.
  public let name: String
  /// How fast it is.
  public let value: Double
  /// What the value counts.
  public let unit: String
  /// The value over that of the yardstick measured in the same minute, where there is one.
  public let ratio: Double?
  /// What the ratio is to.
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
