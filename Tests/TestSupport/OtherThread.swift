import Foundation
import Synchronization

/// A thread of its own for what a test does at the same time.
///
/// A task might wait for ever: tests that spin or block may hold all the threads that tasks have.
public final class OtherThread: Sendable {
  private let failure = Mutex<(any Error)?>(nil)
  private let end = DispatchSemaphore(value: 0)

  /// Starts the work.
  public init(_ work: @escaping @Sendable () throws -> Void) {
    Thread {
      do {
        try work()
      } catch {
        self.failure.withLock { $0 = error }
      }
      self.end.signal()
    }.start()
  }

  /// Waits for the end of the work, and throws what it threw; to be called once.
  public func join() throws {
    end.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
