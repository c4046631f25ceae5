import JSON
import Statistics

extension ClusterSums {
  var json: JSONValue {
    .array([
      JSONValue(exact: clusters), JSONValue(exact: occupiedClusters), JSONValue(exact: units),
      JSONValue(exact: total), JSONValue(exact: unitsTimesUnits),
      JSONValue(exact: totalTimesUnits), JSONValue(exact: totalTimesTotal),
    ])
  }

  init?(_ cursor: JSONCursor) {
    guard let elements = cursor.array(), elements.count == 7,
      let clusters = elements[0].wholeNumber(as: UInt64.self),
      let occupied = elements[1].wholeNumber(as: UInt64.self),
      let units = elements[2].wholeNumber(as: UInt64.self),
      let total = elements[3].wholeNumber(as: Int128.self),
      let unitsTimesUnits = elements[4].wholeNumber(as: UInt128.self),
      let totalTimesUnits = elements[5].wholeNumber(as: Int128.self),
      let totalTimesTotal = elements[6].wholeNumber(as: UInt128.self)
    else { return nil }
    self.init(
      clusters: clusters, occupiedClusters: occupied, units: units, total: total,
      unitsTimesUnits: unitsTimesUnits, totalTimesUnits: totalTimesUnits,
      totalTimesTotal: totalTimesTotal)
  }
}

extension ClusteredPercentiles {
  private static let keys = ["trials", "occupied", "range", "buckets"]

  var json: JSONValue {
    let range = range.map { [JSONValue(Int($0.lowerBound)), JSONValue(Int($0.upperBound))] }
    return [
      "trials": JSONValue(exact: clusters), "occupied": JSONValue(exact: occupiedClusters),
      "range": .array(range ?? []),
      "buckets": .array(
        buckets.map { bucket in
          [
            JSONValue(bucket.number), JSONValue(exact: bucket.count),
            JSONValue(exact: bucket.squares), JSONValue(exact: bucket.products),
          ]
        }),
    ]
  }

  init?(_ cursor: JSONCursor) {
    guard let fields = cursor.fields(Self.keys),
      let clusters = fields.required("trials")?.wholeNumber(as: UInt64.self),
      let occupied = fields.required("occupied")?.wholeNumber(as: UInt64.self),
      let limits = fields.required("range")?.array()?
        .compactMap({ $0.wholeNumber(as: Int64.self) }),
      let rows = fields.required("buckets")?.array()
    else { return nil }
    let buckets = rows.compactMap(Bucket.init(_:))
    guard buckets.count == rows.count, limits.isEmpty || limits.count == 2,
      limits.isEmpty || limits[0] <= limits[1]
    else { return nil }
    self.init(
      clusters: clusters, occupiedClusters: occupied,
      range: limits.isEmpty ? nil : limits[0]...limits[1], buckets: buckets)
  }
}

extension ClusteredPercentiles.Bucket {
  fileprivate init?(_ cursor: JSONCursor) {
    guard let numbers = cursor.wholeNumbers(as: UInt64.self, count: 4), numbers[0] < 1 << 32
    else { return nil }
    self.init(
      number: Int(numbers[0]), count: numbers[1], squares: numbers[2], products: numbers[3])
  }
}
