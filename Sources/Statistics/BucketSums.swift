/// Sums for each of many buckets, of which few are in use.
///
/// Memory grows with the groups of neighbouring buckets in use. Merging adds, so the result does not
/// depend on order, or on how the numbers were distributed.
struct BucketSums: Sendable {
  /// The sums of one bucket.
  struct Sums: Sendable, Equatable {
    /// The number of values in it.
    var count: UInt64 = 0
    /// For the k-th smallest number of a trial, k² − (k − 1)²: up to a bucket, their sum is the sum
    /// of the squares of the trials' counts.
    var squares: UInt64 = 0
    /// For each value, the number of values of its trial.
    var products: UInt64 = 0

    static func += (sums: inout Sums, other: Sums) {
      sums.count += other.count
      sums.squares += other.squares
      sums.products += other.products
    }
  }

  private static let groupBits = 5
  private static let groupSize = 1 << groupBits

  /// The number of the first group that has a place.
  private var firstGroup = 0
  /// For each group from the first on, where its sums begin, in groups; −1 if it has none.
  private var places: [Int32] = []
  private var sums: [Sums] = []

  /// Adds to the sums of a bucket.
  mutating func add(_ other: Sums, to bucket: Int) {
    let group = bucket >> Self.groupBits
    var offset = group - firstGroup
    if !places.indices.contains(offset) {
      makeRoom(for: group)
      offset = group - firstGroup
    }
    if places[offset] < 0 {
      places[offset] = Int32(sums.count >> Self.groupBits)
      sums.append(contentsOf: repeatElement(Sums(), count: Self.groupSize))
    }
    sums[Int(places[offset]) << Self.groupBits | bucket & (Self.groupSize - 1)] += other
  }

  /// Adds the sums of other buckets.
  ///
  /// - Complexity: O(buckets in use).
  mutating func merge(_ other: BucketSums) {
    if places.isEmpty {
      self = other
    } else {
      for (bucket, sums) in other.inUse { add(sums, to: bucket) }
    }
  }

  /// The buckets with values, in ascending order.
  // Plain loops: without optimisation, lazy sequences would take ten times as long.
  var inUse: [(bucket: Int, sums: Sums)] {
    var inUse: [(bucket: Int, sums: Sums)] = []
    for offset in places.indices where places[offset] >= 0 {
      let start = Int(places[offset]) << Self.groupBits
      let bucket = (firstGroup + offset) << Self.groupBits
      for place in 0..<Self.groupSize where sums[start | place].count > 0 {
        inUse.append((bucket | place, sums[start | place]))
      }
    }
    return inUse
  }

  private mutating func makeRoom(for group: Int) {
    if places.isEmpty {
      firstGroup = group
    } else if group < firstGroup {
      places.insert(contentsOf: repeatElement(-1, count: firstGroup - group), at: 0)
      firstGroup = group
    }
    let missing = group - firstGroup + 1 - places.count
    if missing > 0 { places.append(contentsOf: repeatElement(-1, count: missing)) }
  }
}

extension BucketSums: Equatable {
  /// Whether the same buckets have the same sums, whichever came first.
  static func == (one: BucketSums, other: BucketSums) -> Bool {
    one.inUse.elementsEqual(other.inUse) { $0 == $1 }
  }
}
