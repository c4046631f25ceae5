import Experiments
import JSON

/// What a unit came to, as it is written down.
public struct UnitRecord: Sendable, Equatable {
  /// The number of the unit.
  public let number: Int
  /// What was counted in it.
  public let counts: CellCounts

  /// A unit and its counts.
  public init(number: Int, counts: CellCounts) {
    self.number = number
    self.counts = counts
  }

  /// The record as an object.
  public var json: JSONValue { ["unit": JSONValue(number), "counts": counts.json] }

  /// Reads a record of a plan's unit, or reports what is wrong with it.
  public init?(_ cursor: JSONCursor, of plan: UnitPlan) {
    guard let fields = cursor.fields(["unit", "counts"]),
      let number = fields.required("unit")?.integer(in: 0...plan.count - 1),
      let counts = fields.required("counts").flatMap(CellCounts.init(_:))
    else { return nil }
    guard counts.trials == plan[number].trials.count else {
      cursor.report("the unit has \(plan[number].trials.count) trials, not \(counts.trials)")
      return nil
    }
    self.init(number: number, counts: counts)
  }
}
