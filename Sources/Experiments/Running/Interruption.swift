import Synchronization

/// A wish to stop, raised from anywhere and looked at every few thousand events.
public final class Interruption: Sendable {
  private let flag = Atomic(false)
  /// Whoever stops this one by being stopped.
  private let leader: Interruption?

  /// A wish not raised yet.
  public init() {
    leader = nil
  }

  /// A wish that is raised with another one, if not before.
  public init(following leader: Interruption) {
    self.leader = leader
  }

  /// Raises the wish.
  public func raise() {
    flag.store(true, ordering: .relaxed)
  }

  /// Whether the wish was raised.
  public var isRaised: Bool {
    flag.load(ordering: .relaxed) || (leader?.isRaised ?? false)
  }
}
