/// The time since a start, for logs; results never depend on it.
package struct ElapsedTime: Sendable {
  /// The start.
  package let start: Moment
  private let instant = ContinuousClock.now

  /// Starts now.
  package init() {
    start = .now
  }

  /// The time since the start.
  package var duration: Duration { ContinuousClock.now - instant }
}
