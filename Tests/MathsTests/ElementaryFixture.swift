import TestSupport
import Testing

/// Known values of a function: `elementary.txt`, made by `generate.py` beside it.
struct KnownValue {
  let argument: Double
  /// The value, unevaluated: the nearest double, and what it misses.
  let nearest: Double
  let missing: Double

  /// How far a computed value is off, in units in the last place of the true one.
  func ulps(_ computed: Double) -> Double {
    if computed == nearest && missing == 0 { return 0 }
    return ((computed - nearest) - missing).magnitude / nearest.ulp
  }

  /// How far a computed value is off, relative to the true one.
  func relativeError(_ computed: Double) -> Double {
    ((computed - nearest) - missing).magnitude / nearest.magnitude
  }

  /// How far a computed value is off.
  func absoluteError(_ computed: Double) -> Double {
    ((computed - nearest) - missing).magnitude
  }

  static func all(of function: String) throws -> [KnownValue] {
    var values: [KnownValue] = []
    for line in try Fixture.lines("elementary.txt", from: #filePath) {
      let fields = line.split(separator: " ")
      guard fields[0] == function else { continue }
      let numbers = fields.dropFirst().compactMap { Double($0) }
      try #require(numbers.count == 3)
      values.append(
        KnownValue(argument: numbers[0], nearest: numbers[1], missing: numbers[2]))
    }
    try #require(values.count > 200)
    return values
  }
}
