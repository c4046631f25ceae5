import Detection
import JSON
import Statistics

/// What detectors were found to be worth, as JSON keeps it: whole numbers only.
extension BlocScoreSums {
  private typealias Member<Value> = WritableKeyPath<BlocScoreSums, Value> & Sendable

  private static let numbers: [(key: String, path: Member<Int>)] = [
    ("trials", \.trials), ("trials_with_bloc", \.trialsWithBloc), ("exact_trials", \.exactTrials),
    ("false_alarms", \.falseAlarms), ("oracle_trials", \.oracleTrials),
    ("exact_oracle_trials", \.exactOracleTrials),
  ]
  private static let means: [(key: String, path: Member<ClusteredMean>)] = [
    ("precision", \.precision), ("recall", \.recall), ("f1", \.f1),
    ("adjusted_rand_index", \.adjustedRandIndex), ("area_under_curve", \.areaUnderCurve),
  ]
  private static let innocentsKey = "innocents"
  private static let placesKey = "detection_places"

  /// The sums as an object.
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    members += Self.numbers.map { ($0.key, JSONValue(self[keyPath: $0.path])) }
    members.append((Self.innocentsKey, innocents.sums.json))
    members += Self.means.map { ($0.key, self[keyPath: $0.path].sums.json) }
    members.append((Self.placesKey, detectionPlaces.json))
    return .object(JSONObject(members))
  }

  /// Reads sums, or reports what is wrong with them.
  init?(_ cursor: JSONCursor) {
    let keys =
      Self.numbers.map(\.key) + Self.means.map(\.key) + [Self.innocentsKey, Self.placesKey]
    guard let fields = cursor.fields(keys) else { return nil }
    self.init()
    for (key, path) in Self.numbers {
      guard let number = fields.required(key)?.integer(in: 0...1 << 48) else { return nil }
      self[keyPath: path] = number
    }
    for (key, path) in Self.means {
      guard let sums = fields.required(key).flatMap(ClusterSums.init(_:)) else { return nil }
      self[keyPath: path] = ClusteredMean(sums: sums)
    }
    guard let innocents = fields.required(Self.innocentsKey).flatMap(ClusterSums.init(_:)),
      innocents.total >= 0 && innocents.total <= Int128(innocents.units),
      let places = fields.required(Self.placesKey).flatMap(ClusteredPercentiles.init(_:)),
      isSound
    else { return nil }
    self.innocents = ClusteredRate(sums: innocents)
    detectionPlaces = places
  }

  /// Whether some trials can have these counts.
  private var isSound: Bool {
    trialsWithBloc <= trials && exactTrials <= trials && falseAlarms <= trials - trialsWithBloc
      && oracleTrials <= trialsWithBloc && exactOracleTrials <= min(exactTrials, oracleTrials)
      && exactTrials - exactOracleTrials + oracleTrials <= trials
  }
}
