import Synchronization

/// The turns of threads that share some work.
package final class Turns: Sendable {
  private let count: Int
  private let next = Atomic(0)
  private let telling = Mutex(())

  /// Turns for so many pieces of work.
  package init(_ count: Int) {
    self.count = count
  }

  /// The number of the next piece, from 0; nil if none is left.
  package func take() -> Int? {
    let turn = next.add(1, ordering: .relaxed).oldValue
    return turn < count ? turn : nil
  }

  /// Tells of a finished piece, one thread at a time.
  package func tell(_ body: () -> Void) { telling.withLock { _ in body() } }
}
