import TestSupport
import Testing

@testable import Statistics

/// What sums must be to be read back: those of some clusters, and small enough to add up.
struct ClusterSumsTests {
  private struct Written: Equatable {
    var clusters: UInt64 = 3
    var occupied: UInt64 = 2
    var units: UInt64 = 10
    var total: Int128 = 6
    var unitsTimesUnits: UInt128 = 58
    var totalTimesUnits: Int128 = 36
    var totalTimesTotal: UInt128 = 26

    var sums: ClusterSums? {
      ClusterSums(
        clusters: clusters, occupiedClusters: occupied, units: units, total: total,
        unitsTimesUnits: unitsTimesUnits, totalTimesUnits: totalTimesUnits,
        totalTimesTotal: totalTimesTotal)
    }
  }

  /// Clusters of 3 and 7 units with totals of 1 and 5, and an empty one.
  @Test func readsBackWhatWasCounted() {
    var sums = ClusterSums()
    sums.add(total: 1, units: 3)
    sums.add(total: 0, units: 0)
    sums.add(total: 5, units: 7)
    #expect(
      Written(totalTimesUnits: 38).sums == sums)
  }

  @Test func readsBackAnyClusters() {
    forEverySeed(500) { draw in
      var sums = ClusterSums()
      draw.steps(0...6) { draw in
        let units = draw.int(in: 0...1 << 44)
        sums.add(total: units == 0 ? 0 : draw.int(in: -(1 << 53)...1 << 53), units: units)
      }
      let read = ClusterSums(
        clusters: sums.clusters, occupiedClusters: sums.occupiedClusters, units: sums.units,
        total: sums.total, unitsTimesUnits: sums.unitsTimesUnits,
        totalTimesUnits: sums.totalTimesUnits, totalTimesTotal: sums.totalTimesTotal)
      try requireEqual(read, sums)
    }
  }

  /// Small clusters and large ones, many at once or one by one.
  @Test func manyAtOnceAreTheSameAsOneByOne() {
    forEverySeed(300, premises: ["small", "large"]) { draw in
      let clusters = draw.array(0...40) { draw -> (total: Int, units: Int) in
        let largest = draw.element(of: [9, 1 << 24, 1 << 40])
        let units = draw.int(in: 0...largest)
        return (units == 0 ? 0 : draw.int(in: -largest...largest), units)
      }
      var sums = ClusterSums()
      for cluster in clusters {
        draw.met(max(cluster.units, Int(cluster.total.magnitude)) < 1 << 24 ? "small" : "large")
        sums.add(total: cluster.total, units: cluster.units)
      }
      var others = ClusterSums()
      clusters.withUnsafeBufferPointer { others.add($0) }
      try requireEqual(others, sums)
    }
  }

  @Test func whatNoClustersHaveIsRefused() {
    #expect(Written().sums != nil)
    #expect(Written(occupied: 4).sums == nil, "more clusters with a unit than clusters")
    #expect(Written(clusters: 20, occupied: 11).sums == nil, "more such clusters than units")
    // 58 × 26 = 1508 lies between the squares of 38 and 39.
    for product: Int128 in [38, -38] { #expect(Written(totalTimesUnits: product).sums != nil) }
    for product: Int128 in [39, -39, .max, .min] {
      #expect(Written(totalTimesUnits: product).sums == nil, "Cauchy and Schwarz")
    }
    let none = Written(
      occupied: 0, units: 0, total: 0, unitsTimesUnits: 0, totalTimesUnits: 0, totalTimesTotal: 0)
    #expect(none.sums != nil)
    for path in [\Written.unitsTimesUnits, \.totalTimesTotal] {
      var some = none
      some[keyPath: path] = 1
      #expect(some.sums == nil, "there is nothing without a unit")
    }
    var some = none
    some.total = 1
    #expect(some.sums == nil)
  }

  @Test func whatHasNoRoomIsRefused() {
    let most: UInt128 = 1 << 112
    let roomy = Written(
      clusters: 1 << 48 - 1, occupied: 2, units: 1 << 48 - 1, total: 1 << 96 - 1,
      unitsTimesUnits: 1 << 96 - 1, totalTimesUnits: 1 << 100, totalTimesTotal: most - 1)
    #expect(roomy.sums != nil)
    var full = [Written](repeating: roomy, count: 7)
    full[0].clusters += 1
    full[1].units += 1
    full[2].total += 1
    full[3].total = -(1 << 96)
    full[4].unitsTimesUnits += 1
    full[5].totalTimesTotal += 1
    full[6].totalTimesUnits = 1 << 112
    for (index, written) in full.enumerated() { #expect(written.sums == nil, "\(index)") }
  }

  /// What was let in never makes the squared deviations negative, which would trap.
  @Test func whateverIsReadCanBeEstimated() {
    forEverySeed(2000) { draw in
      let written = Written(
        clusters: 5, occupied: UInt64(draw.int(in: 0...5)), units: UInt64(draw.int(in: 0...40)),
        total: Int128(draw.int(in: -40...40)), unitsTimesUnits: UInt128(draw.int(in: 0...99)),
        totalTimesUnits: Int128(draw.int(in: -99...99)),
        totalTimesTotal: UInt128(draw.int(in: 0...99)))
      guard let sums = written.sums else { return }
      draw.sometimes("something is read", sums.units > 0)
      if sums.units > 0 { try require(sums.squaredDeviations >= 0) }
      _ = ClusteredMean(sums: sums).estimate()
      if sums.total >= 0 && sums.total <= Int128(sums.units) {
        _ = ClusteredRate(sums: sums).estimate()
      }
    }
  }
}
