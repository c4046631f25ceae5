import Synchronization

/// A request to stop, made from any thread and checked every few thousand events.
public final class Interruption: Sendable {
  private let flag = Atomic(false)
  /// What else makes the request.
  private let condition: (@Sendable () -> Bool)?

  /// A request that is not made yet.
  public init() {
    condition = nil
  }

  /// A request that is also made when another one is.
  public convenience init(following leader: Interruption) {
    self.init { leader.isRaised }
  }

  /// A request that is also made when a condition holds, which is asked at each check.
  package init(when condition: @escaping @Sendable () -> Bool) {
    self.condition = condition
  }

  /// Makes the request; whoever sees it also sees what was done before.
  public func raise() {
    flag.store(true, ordering: .releasing)
  }

  /// Whether the request was made.
  public var isRaised: Bool {
    flag.load(ordering: .acquiring) || (condition?() ?? false)
  }
}
