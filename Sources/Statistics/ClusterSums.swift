/// Exact sums over clusters of units, for the variance of a ratio between clusters.
///
/// A cluster is an independent trial. Its units are what was counted in it, and its total is their
/// sum (events among proposals, nanoseconds over decisions). The sums are whole numbers, so they do
/// not depend on the order in which they are merged. The largest, a sum of squares, can hold 10^8
/// totals of 10^15; beyond that it traps.
package struct ClusterSums: Sendable, Equatable {
  /// The number of clusters, including those without units.
  package private(set) var clusters: UInt64 = 0
  /// The number of clusters with units.
  package private(set) var occupiedClusters: UInt64 = 0
  /// The number of units.
  package private(set) var units: UInt64 = 0
  /// The sum of the totals.
  package private(set) var total: Int128 = 0
  /// The sum of units × units over clusters.
  package private(set) var unitsTimesUnits: UInt128 = 0
  /// The sum of total × units over clusters.
  package private(set) var totalTimesUnits: Int128 = 0
  /// The sum of total × total over clusters.
  package private(set) var totalTimesTotal: UInt128 = 0

  /// The sums of no clusters.
  init() {}

  /// Stored sums; nil if no clusters have such sums.
  package init?(
    clusters: UInt64, occupiedClusters: UInt64, units: UInt64, total: Int128,
    unitsTimesUnits: UInt128, totalTimesUnits: Int128, totalTimesTotal: UInt128
  ) {
    self.clusters = clusters
    self.occupiedClusters = occupiedClusters
    self.units = units
    self.total = total
    self.unitsTimesUnits = unitsTimesUnits
    self.totalTimesUnits = totalTimesUnits
    self.totalTimesTotal = totalTimesTotal
    guard isSound else { return nil }
  }

  /// Whether some clusters can have these sums, without overflow.
  var isSound: Bool {
    let product = BigUnsignedInteger(totalTimesUnits.magnitude)
    // The last condition but one is the Cauchy-Schwarz inequality for sums of products; without it,
    // the squared deviations could be negative.
    return occupiedClusters <= clusters && occupiedClusters <= units && clusters < 1 << 48
      && units < 1 << 48 && total.magnitude < 1 << 96 && totalTimesTotal < 1 << 112
      && unitsTimesUnits < 1 << 96 && totalTimesUnits.magnitude < 1 << 112
      && (product * product).isAtMost(
        BigUnsignedInteger(unitsTimesUnits) * BigUnsignedInteger(totalTimesTotal))
      && (units > 0 || (total == 0 && totalTimesTotal == 0 && unitsTimesUnits == 0))
  }

  /// Adds one cluster.
  mutating func add(total clusterTotal: Int, units clusterUnits: Int) {
    precondition(clusterUnits >= 0, "The number of units is not negative.")
    precondition(
      clusterUnits > 0 || clusterTotal == 0, "The total of a cluster without units is 0.")
    clusters += 1
    if clusterUnits == 0 { return }
    occupiedClusters += 1
    units += UInt64(clusterUnits)
    total += Int128(clusterTotal)
    // 128 bits hold every product of two words.
    let size = clusterTotal.magnitude
    unitsTimesUnits += UInt128(clusterUnits) &* UInt128(clusterUnits)
    totalTimesUnits += Int128(clusterTotal) &* Int128(clusterUnits)
    totalTimesTotal += UInt128(size) &* UInt128(size)
  }

  /// Adds many clusters, at most 2^14: small ones are first added in machine words.
  mutating func add(_ clusters: UnsafeBufferPointer<(total: Int, units: Int)>) {
    precondition(clusters.count <= 1 << 14, "The sums have at most 2^14 clusters.")
    var small = (clusters: 0, occupied: 0, units: 0, total: 0)
    var products = (unitsTimesUnits: 0, totalTimesUnits: 0, totalTimesTotal: 0)
    for (total, units) in clusters {
      guard total.magnitude < 1 << 24, (1..<1 << 24).contains(units) || (units == 0 && total == 0)
      else {
        add(total: total, units: units)
        continue
      }
      small.clusters &+= 1
      if units > 0 { small.occupied &+= 1 }
      small.units &+= units
      small.total &+= total
      products.unitsTimesUnits &+= units &* units
      products.totalTimesUnits &+= total &* units
      products.totalTimesTotal &+= total &* total
    }
    self.clusters += UInt64(small.clusters)
    occupiedClusters += UInt64(small.occupied)
    units += UInt64(small.units)
    total += Int128(small.total)
    unitsTimesUnits += UInt128(products.unitsTimesUnits)
    totalTimesUnits += Int128(products.totalTimesUnits)
    totalTimesTotal += UInt128(products.totalTimesTotal)
  }

  /// Adds the clusters of other sums.
  mutating func merge(_ other: ClusterSums) {
    clusters += other.clusters
    occupiedClusters += other.occupiedClusters
    units += other.units
    total += other.total
    unitsTimesUnits += other.unitsTimesUnits
    totalTimesUnits += other.totalTimesUnits
    totalTimesTotal += other.totalTimesTotal
  }

  /// The total divided by the units; there must be units.
  var ratio: Double { Double(total) / Double(units) }

  /// The sum over clusters of (total × N − T × units)², with N the number of all units and T the
  /// sum of all totals.
  ///
  /// It is computed without rounding up to the last step, because its parts cancel, often almost
  /// completely.
  var squaredDeviations: Double {
    let allUnits = BigUnsignedInteger(UInt128(units))
    let wholeTotal = BigUnsignedInteger(total.magnitude)
    let squares =
      allUnits * allUnits * BigUnsignedInteger(totalTimesTotal)
      + wholeTotal * wholeTotal * BigUnsignedInteger(unitsTimesUnits)
    let half = allUnits * wholeTotal * BigUnsignedInteger(totalTimesUnits.magnitude)
    let isPositive = (total < 0) == (totalTimesUnits < 0)
    return (isPositive ? squares - half - half : squares + half + half).double
  }
}

extension ClusterSums {
  /// The sums of clusters whose totals are all 0 so far.
  init(clusters: UInt64, occupiedClusters: UInt64, units: UInt64, unitsTimesUnits: UInt64) {
    self.clusters = clusters
    self.occupiedClusters = occupiedClusters
    self.units = units
    self.unitsTimesUnits = UInt128(unitsTimesUnits)
  }

  /// Increases the totals, given the increase of each sum.
  mutating func raise(total: UInt64, totalTimesUnits: UInt64, totalTimesTotal: UInt64) {
    self.total += Int128(total)
    self.totalTimesUnits += Int128(totalTimesUnits)
    self.totalTimesTotal += UInt128(totalTimesTotal)
  }
}
