import Synchronization

/// A wish to stop, raised from anywhere and looked at between trials.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  /// A wish not raised yet.
  public init() {}

  /// Raises the wish.
  public func raise() {
    flag.store(true, ordering: .relaxed)
  }

  /// Whether the wish was raised.
  public var isRaised: Bool { flag.load(ordering: .relaxed) }
}
