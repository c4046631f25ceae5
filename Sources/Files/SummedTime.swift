import Synchronization

/// The total time of pieces of work on any threads.
package final class SummedTime: Sendable {
  private let sum = Mutex(Duration.zero)

  /// A total of 0.
  package init() {}

  /// Runs some work and adds its time.
  package func measure(_ work: () -> Void) {
    let duration = ContinuousClock().measure(work)
    sum.withLock { $0 += duration }
  }

  /// The total time.
  package var duration: Duration { sum.withLock { $0 } }
}
