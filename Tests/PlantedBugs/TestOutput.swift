/// What the output of a test run says about a failure.
struct TestOutput {
  /// The first failing test, or the trap that ended the run.
  private(set) var failure: String?

  /// Whether a test has taken longer than it may: a fault of the machine, not of the code.
  private(set) var isSlow = false

  /// Reads one more line.
  mutating func read(_ line: some StringProtocol) {
    if line.contains("Time limit was exceeded") {
      isSlow = true
      return
    }
    if failure == nil { failure = Self.failingTest(in: line) ?? Self.trap(in: line) }
  }

  /// The test that a line tells the first issue of, with the file it is in.
  private static func failingTest(in line: some StringProtocol) -> String? {
    guard let issue = line.firstRange(of: " recorded an issue"),
      let test = line[..<issue.lowerBound].firstRange(of: "Test ")
    else { return nil }
    let name = line[test.upperBound..<issue.lowerBound]
    let place = line[issue.upperBound...].split(separator: " ").first { $0.contains(".swift:") }
    let file = place?.split(separator: ".swift:").first
    return file.map { "\($0).\(name)" } ?? String(name)
  }

  private static func trap(in line: some StringProtocol) -> String? {
    line.contains("Fatal error") || line.contains("unexpected signal") ? "a trap" : nil
  }
}
