/// How fast something is on this machine.
package struct BenchmarkResult: Sendable {
  /// What was measured.
  package let name: String
  /// The speed or the time, in the unit.
  package let value: Double
  /// The unit of the value.
  package let unit: String
  /// The value divided by that of its yardstick, measured in the same minute; nil without a
  /// yardstick.
  package let ratio: Double?
  /// The name of the yardstick.
  package let yardstick: String?

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
