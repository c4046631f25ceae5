import Detection
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
  private static let blocsKey = "blocs"

  /// The counts as an object.
  public var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    members += Self.numbers.map { ($0.key, JSONValue(self[keyPath: $0.path])) }
    members.append((Self.endingsKey, endings.json))
    members += Self.rates.map { ($0.key, self[keyPath: $0.path].sums.json) }
    members += Self.means.map { ($0.key, self[keyPath: $0.path].sums.json) }
    members.append((Self.percentilesKey, latencyPercentiles.json))
    members.append((Self.blocsKey, .array(blocs.map(\.json))))
    return .object(JSONObject(members))
  }

  /// Reads counts, or reports what is wrong with them.
  public init?(_ cursor: JSONCursor) {
    let keys =
      Self.numbers.map(\.key) + Self.rates.map(\.key) + Self.means.map(\.key)
      + [Self.endingsKey, Self.percentilesKey, Self.blocsKey]
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
      let percentiles = fields.required(Self.percentilesKey).flatMap(ClusteredPercentiles.init(_:)),
      let detectors = fields.required(Self.blocsKey)?.array()
    else { return nil }
    self.endings = endings
    latencyPercentiles = percentiles
    blocs = detectors.compactMap(BlocScoreSums.init(_:))
    guard blocs.count == detectors.count, blocs.allSatisfy({ $0.trials == trials }) else {
      return nil
    }
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
