/// Measures how long work takes on this machine.
enum Stopwatch {
  /// The seconds of the fastest of some laps: other work on the machine can only slow one down.
  static func seconds(laps: Int, _ work: () -> Void) -> Double {
    var fastest = Double.infinity
    for _ in 0..<laps { fastest = min(fastest, ContinuousClock().measure(work) / .seconds(1)) }
    return fastest
  }

  /// The same for work on many threads.
  static func seconds(laps: Int, _ work: () async -> Void) async -> Double {
    var fastest = Double.infinity
    for _ in 0..<laps {
      let start = ContinuousClock.now
      await work()
      fastest = min(fastest, (ContinuousClock.now - start) / .seconds(1))
    }
    return fastest
  }
}
