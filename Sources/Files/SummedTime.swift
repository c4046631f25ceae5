import Synchronization

/// Adds up how long pieces of work take, on whatever threads.
public final class SummedTime: Sendable {
  private let sum = Mutex(Duration.zero)

  /// Nothing measured yet.
  public init() {}

  /// Does some work and adds the time it takes.
  public func measure(_ work: () -> Void) {
    let duration = ContinuousClock().measure(work)
    sum.withLock { $0 += duration }
  }

  /// How long all of it has taken.
  public var duration: Duration { sum.withLock { $0 } }
}
