extension Counterexample {
  private static let shownMax = 60

  /// All a reader needs to see the failure, to see it again and to keep it from coming back.
  func report(on property: String, rerun: String, seedFile: String) -> String {
    let seed = RunSettings.spelling(of: seed)
    var lines = ["\(property) does not hold: \(message)"]
    lines.append("  drawn:  \(Self.shortened(log.drawn).joined(separator: ", "))")
    lines += Self.shortened(log.notes).map { "  note:   \($0)" }
    lines.append("  seed:   \(seed), \(originText)")
    lines.append("  shrunk: \(shrinks) times, in \(attempts) replays")
    if isUnstable {
      lines.append("  UNSTABLE: the same draws passed when replayed; the body uses something else")
    }
    lines.append("  again:  \(RunSettings.seedKey)=\(seed) \(rerun)")
    if origin != .regression {
      lines.append("  keep:   echo '\(seed)  # why' >> '\(seedFile)'")
    }
    return lines.joined(separator: "\n")
  }

  private var originText: String {
    switch origin {
    case .generated(let number, let count): "case \(number) of \(count)"
    case .regression: "a regression seed: this failed before"
    case .environment: "given by the environment"
    }
  }

  private static func shortened(_ lines: [String]) -> [String] {
    guard lines.count > shownMax else { return lines }
    return lines.prefix(shownMax) + ["… and \(lines.count - shownMax) more"]
  }
}
