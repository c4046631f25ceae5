/// What the environment asks of a run of properties.
package struct RunSettings: Equatable, Sendable {
  /// How many cases to run instead of those a property asks for.
  package enum Cases: Equatable, Sendable {
    case asDeclared
    case exactly(Int)
    case times(Int)
  }

  /// Run this case alone.
  package var onlySeed: UInt64?
  package var cases = Cases.asDeclared
  /// Print each seed before its case runs: the way to the seed of a case that traps.
  package var isTracing = false
  /// Make the first failing case smaller.
  package var isShrinking = true

  package init(onlySeed: UInt64? = nil, cases: Cases = .asDeclared) {
    self.onlySeed = onlySeed
    self.cases = cases
  }

  /// Reads `QUORUMLAB_SEED`, `QUORUMLAB_CASES` (`5000` or `x10`), `QUORUMLAB_TRACE` and
  /// `QUORUMLAB_SHRINK`.
  package init(environment: [String: String]) throws(Unreadable) {
    if let text = environment[Self.seedKey] {
      guard let seed = Self.seed(from: text) else {
        throw Unreadable(key: Self.seedKey, text: text, expected: "a number like 0x1f or 31")
      }
      onlySeed = seed
    }
    if let text = environment[Self.casesKey] {
      let isFactor = text.hasPrefix("x")
      guard let number = Int(text.dropFirst(isFactor ? 1 : 0)), number > 0 else {
        throw Unreadable(key: Self.casesKey, text: text, expected: "a number like 5000 or x10")
      }
      cases = isFactor ? .times(number) : .exactly(number)
    }
    isTracing = environment[Self.traceKey] == "1"
    isShrinking = environment[Self.shrinkKey] != "0"
  }

  package func caseCount(declared: Int) -> Int {
    switch cases {
    case .asDeclared: declared
    case .exactly(let count): count
    case .times(let factor): declared * factor
    }
  }

  /// Reads a seed written in decimal or, after `0x`, in hexadecimal.
  package static func seed(from text: some StringProtocol) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }

  package static func spelling(of seed: UInt64) -> String {
    "0x" + String(seed, radix: 16)
  }

  package static let seedKey = "QUORUMLAB_SEED"
  private static let casesKey = "QUORUMLAB_CASES"
  private static let traceKey = "QUORUMLAB_TRACE"
  private static let shrinkKey = "QUORUMLAB_SHRINK"
}

extension RunSettings {
  /// An environment variable that says something nobody understands.
  package struct Unreadable: Error, Equatable, CustomStringConvertible {
    let key: String
    let text: String
    let expected: String

    package var description: String { "\(key)=\(text) is not \(expected)" }
  }
}
