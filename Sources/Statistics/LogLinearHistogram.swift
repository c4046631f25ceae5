/// Counts of whole numbers in buckets of relative width 0.8 %.
///
/// Numbers below 128 have a bucket each; above, every octave has 64. Merging adds counts, so the
/// result does not depend on order, or on how the numbers were distributed. Memory grows with the
/// octaves in use, 512 bytes each, not with the numbers recorded.
package struct LogLinearHistogram: Sendable, Equatable {
  /// The number of buckets that are allocated together.
  static let bucketsPerOctave = 64

  /// The counts of all buckets from the first to the last octave in use.
  private var counts: [UInt64] = []
  private var firstBucket = 0

  /// A histogram without numbers.
  package init() {}

  /// Adds a number that is not negative.
  package mutating func record(_ value: Int64) { add(1, toBucket: Self.bucket(holding: value)) }

  /// Adds the numbers of another histogram.
  ///
  /// - Complexity: O(octaves of both).
  package mutating func merge(_ other: LogLinearHistogram) {
    guard !other.counts.isEmpty else { return }
    makeRoom(from: other.firstBucket, to: other.firstBucket + other.counts.count)
    let offset = other.firstBucket - firstBucket
    for (index, count) in other.counts.enumerated() { counts[offset + index] += count }
  }

  /// The number of recorded numbers.
  package var total: UInt64 { counts.reduce(0, +) }

  /// The smallest number that is at least as large as a percentage of all, to within 0.8 %.
  ///
  /// Its rank is percent × total ÷ 100, rounded up. The result is the middle of its bucket, which
  /// is the number itself below 128; nil if there are no numbers.
  ///
  /// - Complexity: O(octaves).
  package func percentile(_ percent: Int) -> Double? {
    guard total > 0 else { return nil }
    var missing = Self.rank(ofPercentile: percent, among: total)
    for (bucket, count) in nonEmptyBuckets {
      if count >= missing { return Self.middle(ofBucket: bucket) }
      missing -= count
    }
    return nil
  }

  /// The nonempty buckets, in ascending order.
  var nonEmptyBuckets: some Sequence<(bucket: Int, count: UInt64)> {
    counts.enumerated().lazy.filter { $0.element > 0 }
      .map { (firstBucket + $0.offset, $0.element) }
  }

  /// The count of one bucket.
  func count(inBucket bucket: Int) -> UInt64 {
    let index = bucket - firstBucket
    return counts.indices.contains(index) ? counts[index] : 0
  }

  /// Increases the count of one bucket.
  mutating func add(_ count: UInt64, toBucket bucket: Int) {
    if bucket < firstBucket || bucket >= firstBucket + counts.count {
      makeRoom(from: bucket, to: bucket + 1)
    }
    counts[bucket - firstBucket] += count
  }

  /// Allocates the buckets of this range, with their whole octaves.
  private mutating func makeRoom(from lower: Int, to upper: Int) {
    let size = Self.bucketsPerOctave
    let start = lower / size * size
    let end = (upper + size - 1) / size * size
    if counts.isEmpty {
      firstBucket = start
    } else if start < firstBucket {
      counts.insert(contentsOf: repeatElement(0, count: firstBucket - start), at: 0)
      firstBucket = start
    }
    let missing = end - firstBucket - counts.count
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
  }
}

extension LogLinearHistogram {
  /// The bucket for a number that is not negative.
  static func bucket(holding value: Int64) -> Int {
    precondition(value >= 0, "A histogram holds no negative numbers.")
    let octave = 63 - (value | 64).leadingZeroBitCount - 6
    return octave * bucketsPerOctave + Int(value >> octave)
  }

  /// The numbers in a bucket.
  static func range(ofBucket bucket: Int) -> ClosedRange<Int64> {
    let octave = max(0, bucket / bucketsPerOctave - 1)
    let lowest = Int64(bucket - octave * bucketsPerOctave) << octave
    return lowest...(lowest + ((1 << octave) - 1))
  }

  /// The number that represents a bucket.
  static func middle(ofBucket bucket: Int) -> Double {
    let range = range(ofBucket: bucket)
    return Double(range.lowerBound) + 0.5 * Double(range.upperBound - range.lowerBound)
  }

  /// The rank, from 1, of a percentile among a number of sorted values.
  static func rank(ofPercentile percent: Int, among total: UInt64) -> UInt64 {
    precondition(percent > 0 && percent < 100, "A percentile lies between 0 and 100.")
    return UInt64((UInt128(total) * UInt128(percent) + 99) / 100)
  }
}
