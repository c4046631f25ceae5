import Synchronization

/// The total time of pieces of work on any threads.
public final class SummedTime: Sendable {
  private let sum = Mutex(Duration.zero)

  /// A total of 0.
  public init() {}

  /// Runs some work and adds its time.
  public func measure(_ work: () -> Void) {
    let duration = ContinuousClock().measure(work)
    sum.withLock { $0 += duration }
  }

  /// The total time.
  public var duration: Duration { sum.withLock { $0 } }
}
