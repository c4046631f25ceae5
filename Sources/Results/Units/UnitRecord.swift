import Experiments
import JSON
import Metrics

/// The stored result of a unit.
struct UnitRecord: Sendable, Equatable {
  /// The number of the unit.
  let number: Int
  /// The counts of the unit.
  let outcome: UnitOutcome

  init(number: Int, outcome: UnitOutcome) {
    self.number = number
    self.outcome = outcome
  }

  private static let trialsKey = "trials"
  private static let separator = UInt8(ascii: ";")

  /// The record as an object.
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("unit", JSONValue(number)), ("counts", outcome.counts.json),
    ]
    if let trials = outcome.trials {
      members.append((Self.trialsKey, .string(Self.text(of: trials))))
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
  /// - Parameter keepsTrials: Whether it must have the counts of each trial; otherwise it must not
  ///   have them.
  init?(_ cursor: JSONCursor, of plan: UnitPlan, keepsTrials: Bool = false) {
    guard let fields = cursor.fields(["unit", "counts"] + (keepsTrials ? [Self.trialsKey] : [])),
      let number = fields.required("unit")?.integer(in: 0...plan.count - 1),
      let counts = fields.required("counts").flatMap(CellCounts.init(_:))
    else { return nil }
    let unit = plan[number]
    let size = unit.trials.count
    do throws(Contradiction) {
      try counts.requirePossible(
        trials: size, detectors: unit.detectorCount, in: plan.scope(of: unit))
      let trials = keepsTrials ? Self.trials(in: fields, size: size) : nil
      if keepsTrials && trials == nil { return nil }
      if let trials { try counts.requireSums(of: trials) }
      self.init(number: number, outcome: UnitOutcome(counts: counts, trials: trials))
    } catch {
      cursor.report("unit \(number): \(error.message)")
      return nil
    }
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
