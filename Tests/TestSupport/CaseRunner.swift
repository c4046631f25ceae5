import Foundation

/// Runs single cases of a property: forwards from a seed, and again from recorded choices.
struct CaseRunner {
  private let property: Property
  private let isTracing: Bool
  private let body: (Draw) throws -> Void
  private let draw: Draw

  init(_ property: Property, isTracing: Bool, _ body: @escaping (Draw) throws -> Void) {
    self.property = property
    self.isTracing = isTracing
    self.body = body
    draw = Draw(premises: property.premises)
  }

  /// How often the premises were met in the cases so far.
  var premises: PremiseCount { draw.premises }

  /// Runs the case of a seed; where it fails, the smallest case that fails the same way.
  func counterexample(_ seed: UInt64, _ origin: Counterexample.Origin) -> Counterexample? {
    if isTracing { trace(seed) }
    draw.start(seed: seed)
    guard let first = failingRun() else { return nil }

    var shrinker = Shrinker(first, attemptsMax: property.shrinkAttemptsMax) { choices in
      draw.replay(choices, seed: seed)
      return failingRun()
    }
    shrinker.minimise()

    draw.replay(shrinker.best.values, seed: seed, isLogging: true)
    let last = failingRun()
    return Counterexample(
      seed: seed, origin: origin, message: (last ?? shrinker.best).failure.message, log: draw.log,
      shrinks: shrinker.shrinks, attempts: shrinker.attempts, isUnstable: last == nil)
  }

  private func failingRun() -> FailingRun? {
    do {
      try body(draw)
      return nil
    } catch {
      return FailingRun(
        values: draw.values, bounds: draw.bounds, spans: draw.spans,
        failure: FailingRun.Failure(error))
    }
  }

  /// Writes unbuffered: a case that traps takes what is buffered down with it.
  private func trace(_ seed: UInt64) {
    let line = "\(property.name): \(RunSettings.seedKey)=\(RunSettings.spelling(of: seed))\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
