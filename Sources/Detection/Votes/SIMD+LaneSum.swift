// The standard library does not specify the order in which `sum()` adds lanes, and the last bits of
// results depend on it.

extension SIMD2<Double> {
  @inline(__always)
  var laneSum: Double { x + y }
}

extension SIMD4<Double> {
  /// The sum of the lanes, in a fixed order.
  @inline(__always)
  var laneSum: Double { (x + y) + (z + w) }
}
