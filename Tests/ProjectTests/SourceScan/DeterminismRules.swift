/// What may not be in the code that results come from, or two runs could differ.
enum DeterminismRules {
  /// Targets that import no system library at all.
  static let pureTargets = [
    "Text", "JSON", "CSV", "Markup", "Consensus", "Maths", "Simulation", "Forms", "Agents",
    "Statistics",
    "Detection", "Metrics", "Guarantees", "Exactness", "SampleElectorates", "Drawing",
  ]

  /// Targets that bear results and may use files, through FoundationEssentials.
  static let edgeTargets = [
    "Replay", "Votes", "Scenarios", "Experiments", "Tuning", "Reports", "Results",
  ]

  /// Targets that bear no results: files, clocks, the terminal, and who measures them.
  static let freeTargets = ["Files", "Benchmarks", "CommandLineTool", "BlocStudy", "quorumlab"]

  /// The rules of a target, given its sources and all that bear results.
  static func rules(
    for target: String, own: [SwiftSource], project: [SwiftSource]
  ) -> [ScanRule] {
    let functions = own.reduce(into: Set<String>()) { $0.formUnion($1.functions) }
    return phrases + calls(own: functions) + [
      pureTargets.contains(target) ? noSystemImports : noFoundation,
      unorderedUses(in: project),
    ]
  }

  static let noSystemImports = ScanRule.imports(
    ScanRule.systemModules, allowsConditionalFoundation: false,
    advice: "this target imports no system library")

  static let noFoundation = ScanRule.imports(
    ["Foundation"], allowsConditionalFoundation: true,
    advice: "import FoundationEssentials where it exists, Foundation only elsewhere")

  static func unorderedUses(in project: [SwiftSource]) -> ScanRule {
    let names = UnorderedNames(project)
    return ScanRule(
      name: "order", advice: "sort it first, or say why the order is lost: `// order-free: why`",
      tag: "order-free"
    ) { UnorderedUses(in: $0, names: names).places }
  }

  static let phrases = [
    clocks, randomness, randomMembers, hashing, unchecked, unsafeCast, traps,
  ]

  /// Rules on free functions, which those that a target declares itself do not break.
  static func calls(own: Set<String>) -> [ScanRule] {
    [
      .calls("clock", ["time", "clock"], own: own, advice: "time is an argument"),
      .calls(
        "randomness", ["rand", "srand", "random", "srandom", "rand_r"], own: own,
        advice: "draw from a named Philox stream"),
      .calls(
        "maths", cMathsFunctions, own: own,
        advice: "the C library's last digit differs between systems; call Maths"),
    ]
  }

  private static let cMathsFunctions: Set<String> = [
    "exp", "exp2", "exp10", "expm1", "log", "log2", "log10", "log1p", "logb", "pow", "cbrt",
    "hypot", "sin", "cos", "tan", "sincos", "asin", "acos", "atan", "atan2", "sinh", "cosh",
    "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "tgamma", "lgamma", "lgamma_r",
  ]

  static let clocks = ScanRule.phrases(
    "clock",
    [
      "Date (", "Date . now", "Date . init", "ContinuousClock", "SuspendingClock", "DispatchTime",
      "DispatchWallTime", "clock_gettime", "clock_gettime_nsec_np", "gettimeofday",
      "mach_absolute_time", "mach_continuous_time", "CFAbsoluteTimeGetCurrent",
      "timespec_get", "ProcessInfo . processInfo . systemUptime", "Task . sleep",
    ], advice: "time is an argument")

  static let randomness = ScanRule.phrases(
    "randomness",
    [
      "SystemRandomNumberGenerator", "arc4random", "arc4random_uniform", "arc4random_buf",
      "drand48", "getentropy", "getrandom", "SecRandomCopyBytes", "UUID (",
    ], advice: "draw from a named Philox stream")

  static let randomMembers = ScanRule.callsWithoutGenerator(
    "randomness", ["random", "randomElement", "shuffled", "shuffle"],
    advice: "say `using:` which generator")

  static let hashing = ScanRule.phrases(
    "hashing", ["Hasher (", "Hasher . init", ". hashValue"],
    advice: "Swift's hashes differ from process to process; use SHA-256")

  static let unchecked = ScanRule.phrases(
    "unchecked", ["@ unchecked Sendable", "nonisolated ( unsafe )"],
    advice: "say why no two threads can meet here: `// safe: why`", tag: "safe")

  static let unsafeCast = ScanRule.phrases(
    "unsafe cast", ["unsafeBitCast"], advice: "convert, or use `bitPattern:`")

  static let traps = ScanRule.phrases(
    "trap", ["try !", "fatalError ("],
    advice: "throw a typed error, or state a `precondition`")
}
