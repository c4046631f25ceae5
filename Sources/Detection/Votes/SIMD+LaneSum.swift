// The standard library's `sum()` leaves open in which order lanes are added, and the last bits of
// results depend on it.

extension SIMD2<Double> {
  /// The sum of the lanes.
  @inline(__always)
  var laneSum: Double { x + y }
}

extension SIMD4<Double> {
  /// The sum of the lanes, in a fixed order.
  @inline(__always)
  var laneSum: Double { (x + y) + (z + w) }
}
