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
    guard let elements = cursor.array() else { return nil }
    guard elements.count == 7 else {
      cursor.report("\(elements.count) numbers are not allowed; it must be a list of 7 numbers")
      return nil
    }
    guard
      let clusters = elements[0].wholeNumber(as: UInt64.self),
      let occupied = elements[1].wholeNumber(as: UInt64.self),
      let units = elements[2].wholeNumber(as: UInt64.self),
      let total = elements[3].wholeNumber(as: Int128.self),
      let unitsTimesUnits = elements[4].wholeNumber(as: UInt128.self),
      let totalTimesUnits = elements[5].wholeNumber(as: Int128.self),
      let totalTimesTotal = elements[6].wholeNumber(as: UInt128.self)
    else { return nil }
    let sums = ClusterSums(
      clusters: clusters, occupiedClusters: occupied, units: units, total: total,
      unitsTimesUnits: unitsTimesUnits, totalTimesUnits: totalTimesUnits,
      totalTimesTotal: totalTimesTotal)
    guard let sums else {
      cursor.report("no trials have such sums; their numbers contradict one another")
      return nil
    }
    self = sums
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
    guard buckets.count == rows.count else { return nil }
    guard limits.isEmpty || (limits.count == 2 && limits[0] <= limits[1]) else {
      fields["range"]?.report("this is not a range; it must be empty, or two rising numbers")
      return nil
    }
    let percentiles = ClusteredPercentiles(
      clusters: clusters, occupiedClusters: occupied,
      range: limits.isEmpty ? nil : limits[0]...limits[1], buckets: buckets)
    guard let percentiles else {
      cursor.report("no trials have such a histogram; its numbers contradict one another")
      return nil
    }
    self = percentiles
  }
}

extension ClusteredPercentiles.Bucket {
  fileprivate init?(_ cursor: JSONCursor) {
    guard let numbers = cursor.wholeNumbers(as: UInt64.self, count: 4) else { return nil }
    guard numbers[0] < ClusteredPercentiles.bucketCount else {
      cursor.report("there is no bucket \(numbers[0])")
      return nil
    }
    self.init(
      number: Int(numbers[0]), count: numbers[1], squares: numbers[2], products: numbers[3])
  }
}
