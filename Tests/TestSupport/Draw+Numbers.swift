extension Draw {
  /// An integer; the ends of a wide range and numbers near zero come more often than their share.
  ///
  /// Shrinks towards zero, or towards the end of the range that is nearest to it.
  public func int(in range: ClosedRange<Int>) -> Int {
    logged(Int(signed(Int64(range.lowerBound), Int64(range.upperBound))))
  }

  /// An integer of a half-open range, which must not be empty.
  public func int(in range: Range<Int>) -> Int {
    precondition(!range.isEmpty, "no integer in an empty range")
    return int(in: range.lowerBound...(range.upperBound - 1))
  }

  /// An integer of any type of at most 64 bits.
  public func integer<Number: FixedWidthInteger>(
    in range: ClosedRange<Number> = .min ... .max
  ) -> Number {
    precondition(Number.bitWidth <= 64, "integers of up to 64 bits")
    guard Number.isSigned else {
      let lower = UInt64(range.lowerBound)
      return logged(Number(lower + spread(upTo: UInt64(range.upperBound) - lower)))
    }
    return logged(Number(signed(Int64(range.lowerBound), Int64(range.upperBound))))
  }

  /// True with a probability; shrinks to false.
  public func bool(probability: Double = 0.5) -> Bool {
    guard probability > 0 && probability < 1 else { return logged(probability >= 1) }
    return logged(choose(upTo: 1) { $0.nextUnit() < probability ? 1 : 0 } == 1)
  }

  /// A finite number of a range; shrinks to whole numbers first, then to the lower end.
  public func double(in range: ClosedRange<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(width.isFinite, "a range of finite width")
    let low = max(range.lowerBound.rounded(.up), -0x1p53)
    let high = min(range.upperBound.rounded(.down), 0x1p53)
    if low <= high {
      let isFractional = choose(upTo: 1) { $0.next(upTo: 7) == 0 ? 0 : 1 } == 1
      guard isFractional else { return logged(Double(signed(Int64(low), Int64(high)))) }
    }
    let fraction = Double(spread(upTo: 1 << 53)) * 0x1p-53
    return logged(min(range.upperBound, range.lowerBound + fraction * width))
  }

  /// Any finite number, often one that is awkward to write, to round or to compare.
  public func finiteDouble() -> Double {
    let known = UInt64(Self.awkwardDoubles.count)
    let index = choose(upTo: known) { $0.next() & 1 == 0 ? known : $0.next(upTo: known - 1) }
    guard index == known else { return logged(Self.awkwardDoubles[Int(index)]) }
    let bits = choose(upTo: .max) { $0.next() }
    let value = Double(bitPattern: bits)
    return logged(value.isFinite ? value : Double(Int64(truncatingIfNeeded: bits)))
  }

  private static let awkwardDoubles: [Double] = [
    0, 1, -1, 0.5, -0.0, 0.1, 1.0 / 3, 2.0 / 3, 100, 1e-4, 1e-5, 1e-7, 1e15, 1e16, 1e17, 1e21, 1e22,
    1e23, 0x1p53, 0x1p63, -0x1p63, 0x1p64, 123_456_789.123_456_78, 4.35, 2.675, 0.1 + 0.2, 1e308,
    .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .ulpOfOne, 1 + .ulpOfOne, .pi,
  ]

  private func spread(upTo bound: UInt64) -> UInt64 {
    choose(upTo: bound) { $0.nextSpread(upTo: bound) }
  }

  /// Sign and distance are choices of their own, so that each can shrink without the other.
  private func signed(_ lower: Int64, _ upper: Int64) -> Int64 {
    if lower >= 0 { return lower + Int64(spread(upTo: UInt64(upper - lower))) }
    if upper <= 0 {
      let distance = UInt64(bitPattern: upper) &- UInt64(bitPattern: lower)
      return Int64(bitPattern: UInt64(bitPattern: upper) &- spread(upTo: distance))
    }
    let below = lower.magnitude
    let negativeShare = Double(below) / (Double(below) + Double(upper) + 1)
    guard choose(upTo: 1, { $0.nextUnit() < negativeShare ? 1 : 0 }) == 1 else {
      return Int64(spread(upTo: UInt64(upper)))
    }
    return -1 - Int64(spread(upTo: below - 1))
  }
}
