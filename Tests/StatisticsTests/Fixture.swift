import TestSupport
import Testing

/// The lines of a file of known answers, made by `generate.py` and `paired.py` beside them.
extension Fixture {
  /// The fields after the first, of each line that has this one first.
  static func lines(_ file: String, of function: String) throws -> [[String]] {
    let text = try text(file, from: #filePath)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .filter { $0[0] == function }.map { Array($0.dropFirst()) }
    try #require(lines.count >= 20, "The fixture holds too few lines of \(function).")
    return lines
  }

  static func numbers(_ fields: some Sequence<String>) throws -> [Double] {
    try fields.map { try #require(Double($0)) }
  }
}

/// How far a number is off, relative to the true one.
func relativeError(_ number: Double, _ truth: Double) -> Double {
  number == truth ? 0 : ((number - truth) / truth).magnitude
}

extension SplitMix64 {
  /// A count of successes in independent attempts.
  mutating func binomial(_ attempts: Int, _ probability: Double) -> Int {
    var events = 0
    for _ in 0..<attempts where nextUnit() < probability { events += 1 }
    return events
  }
}
