extension UInt32 {
  /// The bits moved `count` places towards the low end, those pushed out re-entering at the top;
  /// `count` is from 1 to 31.
  @inline(__always)
  func rotated(right count: UInt32) -> UInt32 {
    (self &>> count) | (self &<< (32 &- count))
  }
}
