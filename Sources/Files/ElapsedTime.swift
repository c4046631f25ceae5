/// A clock that runs from now on, for logs; results know none.
public struct ElapsedTime: Sendable {
  /// When it was started.
  public let start: Moment
  private let instant = ContinuousClock.now

  /// Starts the clock.
  public init() {
    start = .now
  }

  /// How long it has been running.
  public var duration: Duration { ContinuousClock.now - instant }
}
