/// The time since a start, for logs; results never depend on it.
public struct ElapsedTime: Sendable {
  /// The start.
  public let start: Moment
  private let instant = ContinuousClock.now

  /// Starts now.
  public init() {
    start = .now
  }

  /// The time since the start.
  public var duration: Duration { ContinuousClock.now - instant }
}
