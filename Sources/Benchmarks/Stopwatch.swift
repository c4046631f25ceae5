/// Measures how long work takes.
enum Stopwatch {
  /// The seconds of the fastest of several laps, because other work on the machine only adds time.
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
