import Experiments
import JSON
import Metrics

/// What a unit came to, as it is written down.
struct UnitRecord: Sendable, Equatable {
  /// The number of the unit.
  let number: Int
  /// What was counted in it.
  let outcome: UnitOutcome

  /// A unit and what it came to.
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

  /// All trials in one text: as numbers of their own they would take many times the room.
  private static func text(of trials: [TrialCounts]) -> String {
    var text: [UInt8] = []
    for (index, trial) in trials.enumerated() {
      if index > 0 { text.append(separator) }
      trial.append(to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a record of a plan's unit, or reports what is wrong with it.
  ///
  /// - Parameter keepsTrials: Whether it must have the counts of each trial, or else must not.
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
