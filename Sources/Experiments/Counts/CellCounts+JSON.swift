import JSON
import Statistics

/// Counts as JSON keeps them: whole numbers only, so that they read back the same to the last digit.
extension CellCounts {
  private typealias Member<Value> = WritableKeyPath<CellCounts, Value> & Sendable

  private static let rates: [(key: String, path: Member<ClusteredRate>)] = [
    ("false_approvals", \.falseApprovals), ("false_rejections", \.falseRejections),
    ("quorum_failures", \.quorumFailures), ("correct_decisions", \.correctDecisions),
    ("disagreements", \.disagreements),
  ]
  private static let means: [(key: String, path: Member<ClusteredMean>)] = [
    ("latency", \.latency), ("participation", \.participation), ("harm", \.harm),
  ]
  private static let numbers: [(key: String, path: Member<Int>)] = [
    ("trials", \.trials), ("unsafe_trials", \.unsafeTrials),
    ("forged_votes_accepted", \.forgedVotesAccepted), ("votes_refused", \.votesRefused),
    ("proposals_refused", \.proposalsRefused),
  ]
  private static let endingsKey = "endings"
  private static let percentilesKey = "latency_percentiles"

  /// The counts as an object.
  public var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    members += Self.numbers.map { ($0.key, JSONValue(self[keyPath: $0.path])) }
    members.append((Self.endingsKey, endings.json))
    members += Self.rates.map { ($0.key, self[keyPath: $0.path].sums.json) }
    members += Self.means.map { ($0.key, self[keyPath: $0.path].sums.json) }
    members.append((Self.percentilesKey, latencyPercentiles.json))
    return .object(JSONObject(members))
  }

  /// Reads counts, or reports what is wrong with them.
  public init?(_ cursor: JSONCursor) {
    let keys =
      Self.numbers.map(\.key) + Self.rates.map(\.key) + Self.means.map(\.key)
      + [Self.endingsKey, Self.percentilesKey]
    guard let fields = cursor.fields(keys) else { return nil }
    self.init()
    for (key, path) in Self.numbers {
      guard let number = fields.required(key)?.integer(in: 0...1 << 48) else { return nil }
      self[keyPath: path] = number
    }
    for (key, path) in Self.rates {
      guard let sums = fields.required(key).flatMap(ClusterSums.init(_:)),
        sums.total >= 0 && sums.total <= Int128(sums.units)
      else { return nil }
      self[keyPath: path] = ClusteredRate(sums: sums)
    }
    for (key, path) in Self.means {
      guard let sums = fields.required(key).flatMap(ClusterSums.init(_:)) else { return nil }
      self[keyPath: path] = ClusteredMean(sums: sums)
    }
    guard let endings = fields.required(Self.endingsKey).flatMap(Endings.init(_:)),
      let percentiles = fields.required(Self.percentilesKey).flatMap(ClusteredPercentiles.init(_:))
    else { return nil }
    self.endings = endings
    latencyPercentiles = percentiles
  }
}

extension Endings {
  fileprivate var json: JSONValue {
    .array(
      [warranted, unwarranted].flatMap { [$0.approved, $0.rejected, $0.undecided] }
        .map { JSONValue($0) })
  }

  fileprivate init?(_ cursor: JSONCursor) {
    guard let numbers = cursor.wholeNumbers(as: UInt64.self, count: 6),
      numbers.allSatisfy({ $0 < 1 << 48 })
    else { return nil }
    self.init()
    warranted = Row(numbers[0..<3])
    unwarranted = Row(numbers[3..<6])
  }
}

extension Endings.Row {
  fileprivate init(_ numbers: ArraySlice<UInt64>) {
    let counts = numbers.map { Int($0) }
    self.init(approved: counts[0], rejected: counts[1], undecided: counts[2])
  }
}

extension ClusterSums {
  fileprivate var json: JSONValue {
    .array([
      JSONValue(exact: clusters), JSONValue(exact: occupiedClusters), JSONValue(exact: units),
      JSONValue(exact: total), JSONValue(exact: unitsTimesUnits),
      JSONValue(exact: totalTimesUnits), JSONValue(exact: totalTimesTotal),
    ])
  }

  fileprivate init?(_ cursor: JSONCursor) {
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

  fileprivate var json: JSONValue {
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

  fileprivate init?(_ cursor: JSONCursor) {
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
    guard let numbers = cursor.wholeNumbers(as: UInt64.self, count: 4), numbers[0] < 1 << 12
    else { return nil }
    self.init(
      number: Int(numbers[0]), count: numbers[1], squares: numbers[2], products: numbers[3])
  }
}
