import Detection
import JSON

/// Counts as JSON: only whole numbers, so they are exact.
extension CellCounts {
  private static let outcomesKey = "endings"
  private static let blocsKey = "blocs"

  /// The counts as an object.
  package var json: JSONValue {
    .object(
      JSONObject(
        sums.numberMembers + [(Self.outcomesKey, outcomes.json)] + sums.sumMembers
          + [(Self.blocsKey, .array(blocs.map(\.json)))]))
  }

  /// Reads counts; reports problems.
  package init?(_ cursor: JSONCursor) {
    let keys = MetricSums<TrialScore>.keys + [Self.outcomesKey, Self.blocsKey]
    guard let fields = cursor.fields(keys),
      let sums = MetricSums<TrialScore>(fields),
      let outcomes = fields.required(Self.outcomesKey).flatMap(OutcomeCounts.init(_:)),
      let detectors = fields.required(Self.blocsKey)?.array()
    else { return nil }
    self.sums = sums
    self.outcomes = outcomes
    blocs = detectors.compactMap(MetricSums<BlocTrial>.init(_:))
    if blocs.count != detectors.count { return nil }
  }
}

extension OutcomeCounts {
  fileprivate var json: JSONValue {
    .array(
      [warranted, unwarranted].flatMap { [$0.approved, $0.rejected, $0.undecided] }
        .map { JSONValue($0) })
  }

  fileprivate init?(_ cursor: JSONCursor) {
    guard let numbers = cursor.wholeNumbers(as: UInt64.self, count: 6) else { return nil }
    guard numbers.allSatisfy({ $0 < 1 << 48 }) else {
      cursor.report("a number of proposals is too large; it must be below 2^48")
      return nil
    }
    warranted = Row(numbers[0..<3])
    unwarranted = Row(numbers[3..<6])
  }
}

extension OutcomeCounts.Row {
  fileprivate init(_ numbers: ArraySlice<UInt64>) {
    let counts = numbers.map { Int($0) }
    self.init()
    (approved, rejected, undecided) = (counts[0], counts[1], counts[2])
  }
}
