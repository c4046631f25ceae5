import Synchronization

/// A request to stop, made from any thread and checked every few thousand events.
public final class Interruption: Sendable {
  private let flag = Atomic(false)
  /// Another request that includes this one.
  private let leader: Interruption?

  /// A request that is not made yet.
  public init() {
    leader = nil
  }

  /// A request that is also made when another one is.
  public init(following leader: Interruption) {
    self.leader = leader
  }

  /// Makes the request; whoever sees it also sees what was done before.
  public func raise() {
    flag.store(true, ordering: .releasing)
  }

  /// Whether the request was made.
  public var isRaised: Bool {
    flag.load(ordering: .acquiring) || (leader?.isRaised ?? false)
  }
}
