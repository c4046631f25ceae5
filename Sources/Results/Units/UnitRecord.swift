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
    let size = plan[number].trials.count
    guard counts.trials == size else {
      cursor.report("the unit has \(size) trials, not \(counts.trials)")
      return nil
    }
    guard counts.blocs.count == plan[number].detectorCount else {
      cursor.report("the scenario has \(plan[number].detectorCount) detectors")
      return nil
    }
    var trials: [TrialCounts]?
    if keepsTrials {
      guard let place = fields.required(Self.trialsKey), let text = place.string() else {
        return nil
      }
      let read = Array(text.utf8).split(separator: Self.separator, omittingEmptySubsequences: false)
        .map(TrialCounts.init(text:))
      guard read.count == size, !read.contains(nil) else {
        place.report("this is not a list of the counts of \(size) trials")
        return nil
      }
      trials = read.compactMap { $0 }
    }
    self.init(number: number, outcome: UnitOutcome(counts: counts, trials: trials))
  }
}
