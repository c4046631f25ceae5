/// Buckets for whole numbers, whose middles are within 0.025 % of each number.
///
/// Numbers below 4,096 have a bucket each; above, every octave has 2,048.
enum LogLinearBuckets {
  private static let octaveBits = 11
  private static let perOctave = 1 << octaveBits

  /// The number of buckets; the last holds the largest number.
  static let count = number(holding: .max) + 1

  /// The bucket for a number that is not negative.
  static func number(holding value: Int64) -> Int {
    precondition(value >= 0, "Buckets hold no negative numbers.")
    let octave =
      Int64.bitWidth - 1 - (value | Int64(perOctave)).leadingZeroBitCount - octaveBits
    return octave * perOctave + Int(value >> octave)
  }

  /// The numbers in a bucket.
  static func range(of bucket: Int) -> ClosedRange<Int64> {
    let octave = max(0, bucket / perOctave - 1)
    let lowest = Int64(bucket - octave * perOctave) << octave
    return lowest...(lowest + ((1 << octave) - 1))
  }

  /// The number that represents a bucket.
  static func middle(of bucket: Int) -> Double {
    let range = range(of: bucket)
    return Double(range.lowerBound) + 0.5 * Double(range.upperBound - range.lowerBound)
  }
}
