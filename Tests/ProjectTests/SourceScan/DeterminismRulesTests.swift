import Testing

/// Each rule must fire on what it refuses and keep still on what looks like it.
@Suite struct DeterminismRulesTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    let rule: String
    let bad: [String]
    let good: [String]
    var target = "Consensus"

    var testDescription: String { "\(rule) in \(target)" }
  }

  static let planted = [
    Planted(
      rule: "import",
      bad: [
        "import Foundation", "import FoundationEssentials", "import Glibc", "import Darwin",
        "import struct Foundation.Date", "public import Dispatch",
      ],
      good: ["import JSON", "// import Foundation", "let s = \"import Glibc\"", "important(Glibc)"]),
    Planted(
      rule: "import",
      bad: ["import Foundation"],
      good: [
        "import FoundationEssentials",
        """
        #if canImport(FoundationEssentials)
        import FoundationEssentials
        #else
        import Foundation
        #endif
        """,
      ], target: "Replay"),
    Planted(
      rule: "clock",
      bad: [
        "Date()", "Date(timeIntervalSinceNow: 0)", "Date.now", "ContinuousClock().now",
        "let c: SuspendingClock", "DispatchTime.now()", "clock_gettime(CLOCK_REALTIME, &t)",
        "time(nil)", "Glibc.time(nil)", "clock()", "\"\\(Date())\"", "gettimeofday(&t, nil)",
        "Task.sleep(for: .seconds(1))",
      ],
      good: [
        "// Date()", "\"Date()\"", "updateDate()", "event.time(at: 3)", "func time(at x: Int) {}",
        "let time = 3", "struct Date {}", "/* time(nil) */", "#\"time(nil)\"#",
      ]),
    Planted(
      rule: "randomness",
      bad: [
        "var g = SystemRandomNumberGenerator()", "Int.random(in: 0...9)", "a.randomElement()",
        "a.shuffled()", "a.shuffle()", "Bool.random()", "rand()", "random()", "Darwin.random()",
        "arc4random_uniform(9)", "UUID()", "x.random(in: 0...f(using: 3))",
      ],
      good: [
        "Int.random(in: 0...9, using: &stream)", "a.randomElement(using: &stream)",
        "a.shuffled(using: &stream)", "stream.randomness", "random.next()", "\"random()\"",
      ]),
    Planted(
      rule: "hashing",
      bad: ["var h = Hasher()", "key.hashValue", "Hasher.init()"],
      good: ["func hash(into hasher: inout Hasher) {}", "let hashValue = 1", "SHA256.hash(bytes)"]),
    Planted(
      rule: "maths",
      bad: [
        "log(x)", "exp(-x)", "a * pow(2, y)", "Glibc.sin(x)", "Foundation.log(x)", "lgamma(n)",
      ],
      good: [
        "Maths.log(x)", ".log(x)", "self.log(x)", "log.append(x)", "let log = 3", "func log() {}",
        "x.squareRoot()", "// log(x)", "catalog(x)", "func exp(_ x: Double) {}\nlet y = exp(2)",
      ]),
    Planted(
      rule: "unchecked",
      bad: [
        "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1",
        "// safe:\nnonisolated(unsafe) var a = 1",
      ],
      good: [
        "final class A: @unchecked Sendable {}  // safe: immutable once made",
        "// safe: written once, before any thread\nnonisolated(unsafe) var a = 1",
        "struct A: Sendable {}", "nonisolated func f() {}",
      ]),
    Planted(
      rule: "unsafe cast", bad: ["unsafeBitCast(x, to: Int.self)"], good: ["Int(bitPattern: x)"]),
    Planted(
      rule: "trap", bad: ["try! f()", "fatalError(\"no\")", "fatalError()"],
      good: ["try f()", "try? f()", "precondition(x > 0)", "// try! f()", "if try f() != 3 {}"]),
    Planted(
      rule: "order", bad: ["let s: Set<Int> = []\nfor x in s {}"],
      good: ["let s: Set<Int> = []\nfor x in s.sorted() {}"]),
  ]

  private func rulesBroken(by snippet: String, in target: String) -> Set<String> {
    let source = SwiftSource(snippet)
    let rules = DeterminismRules.rules(for: target, own: [source], project: [source])
    return Set(rules.flatMap { $0.findings(in: source) }.map(\.rule))
  }

  @Test(arguments: planted)
  func rulesFireOnWhatTheyRefuse(_ planted: Planted) {
    for snippet in planted.bad {
      #expect(rulesBroken(by: snippet, in: planted.target).contains(planted.rule), "\(snippet)")
    }
  }

  @Test(arguments: planted)
  func rulesKeepStillOnWhatIsFine(_ planted: Planted) {
    for snippet in planted.good {
      #expect(!rulesBroken(by: snippet, in: planted.target).contains(planted.rule), "\(snippet)")
    }
  }

  @Test func noRuleGoesUntried() {
    let rules = DeterminismRules.rules(for: "Consensus", own: [], project: []).map(\.name)
    #expect(Set(rules) == Set(Self.planted.map(\.rule)))
  }

  @Test func findingsSayWhereAndWhatInstead() {
    let source = SwiftSource("let a = 1\nlet b = Date()\n", path: "Sources/Consensus/Ballot.swift")
    #expect(
      DeterminismRules.clocks.findings(in: source).map(\.description)
        == ["Sources/Consensus/Ballot.swift:2: clock: time is an argument"])
  }

  @Test func aFunctionOfTheTargetIsNotTheSystems() {
    let declared = SwiftSource("extension Maths { static func log(_ x: Double) -> Double { x } }")
    let call = SwiftSource("let y = log(2)")
    let rules = DeterminismRules.rules(for: "Maths", own: [declared, call], project: [])
    #expect(rules.flatMap { $0.findings(in: call) }.isEmpty)
  }
}
