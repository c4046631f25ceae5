import Experiments
import JSON
import Metrics
import Scenarios

/// The stored result of a unit.
struct UnitRecord: JournalRecord {
  /// The number of the unit.
  let number: Int
  /// The counts of the unit.
  let outcome: UnitOutcome

  init(number: Int, outcome: UnitOutcome) {
    self.number = number
    self.outcome = outcome
  }

  private static let trialsKey = "trials"
  private static let samplesKey = "samples"
  private static let separator = UInt8(ascii: ";")

  var key: Int { number }

  var name: String { "unit \(number)" }

  /// The record as an object.
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("unit", JSONValue(number)), ("counts", outcome.counts.json),
    ]
    if let trials = outcome.trials {
      members.append((Self.trialsKey, .string(Self.text(of: trials))))
    }
    if let samples = outcome.samples {
      members.append((Self.samplesKey, .array(samples.texts.map { JSONValue($0) })))
    }
    return .object(JSONObject(members))
  }

  /// All trials in one string, because separate numbers would take much more space.
  private static func text(of trials: [TrialCounts]) -> String {
    var text: [UInt8] = []
    for (index, trial) in trials.enumerated() {
      if index > 0 { text.append(separator) }
      trial.append(to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the record of a unit of a plan; reports problems.
  ///
  /// - Parameter detail: What it must have of each trial; it must not have anything else.
  init?(_ cursor: JSONCursor, of plan: UnitPlan, _ detail: UnitDetail = .none) {
    guard let fields = cursor.fields(["unit", "counts"] + Self.keys(of: detail)),
      let number = fields.required("unit")?.integer(in: 0...plan.count - 1),
      let counts = fields.required("counts").flatMap(CellCounts.init(_:))
    else { return nil }
    let unit = plan[number]
    let size = unit.trials.count
    do throws(Contradiction) {
      try counts.requirePossible(
        trials: size, detectors: unit.detectorCount, in: plan.scope(of: unit))
      switch detail {
      case .none: self.init(number: number, outcome: UnitOutcome(counts: counts))
      case .trials:
        guard let trials = Self.trials(in: fields, size: size) else { return nil }
        try counts.requireSums(of: trials)
        self.init(number: number, outcome: UnitOutcome(counts: counts, trials: trials))
      case .samples:
        guard let samples = Self.samples(in: fields, size: size) else { return nil }
        self.init(number: number, outcome: UnitOutcome(counts: counts, samples: samples))
      }
    } catch {
      cursor.report("unit \(number): \(error.message)")
      return nil
    }
  }

  private static func keys(of detail: UnitDetail) -> [String] {
    switch detail {
    case .none: []
    case .trials: [trialsKey]
    case .samples: [samplesKey]
    }
  }

  /// What a check looks at in each trial; nil, with a reported problem, if it cannot be read.
  private static func samples(in fields: JSONFields, size: Int) -> TrialSamples? {
    guard let place = fields.required(samplesKey), let lists = place.array() else { return nil }
    let texts = lists.map { $0.isNull ? nil : $0.string() }
    guard let samples = TrialSamples(texts: texts, trials: size) else {
      place.report("this is not a list of the samples of \(size) trials")
      return nil
    }
    return samples
  }

  /// The counts of each trial; nil, with a reported problem, if they cannot be read.
  private static func trials(in fields: JSONFields, size: Int) -> [TrialCounts]? {
    guard let place = fields.required(trialsKey), let text = place.string() else { return nil }
    let read = Array(text.utf8).split(separator: separator, omittingEmptySubsequences: false)
      .map(TrialCounts.init(text:))
    guard read.count == size, !read.contains(nil) else {
      place.report("this is not a list of the counts of \(size) trials")
      return nil
    }
    return read.compactMap { $0 }
  }
}

extension Journal<UnitRecord> {
  /// Opens or creates the journal of the units of a shard.
  ///
  /// - Parameter detail: What is kept of each trial, too.
  convenience init(
    _ path: String, _ scenario: ScenarioFile, _ plan: UnitPlan, _ shard: Shard,
    _ detail: UnitDetail = .none, earlier: EarlierWork
  ) throws(ResultError) {
    try self.init(
      path, of: Provenance(scenario, plan, shard, detail),
      Reader(read: { UnitRecord($0, of: plan, detail) }, advice: detail.advice),
      earlier: earlier)
  }
}
