/// Measures how long detectors take, for a caller that has a clock; trials have none.
package struct DetectionTimer: Sendable {
  /// Runs some work once, and measures its time.
  let measure: @Sendable (_ work: () -> Void) -> Void

  /// A timer with a function that runs the work and measures it.
  package init(measure: @escaping @Sendable (_ work: () -> Void) -> Void) {
    self.measure = measure
  }

  /// A timer that measures nothing.
  package static let none = DetectionTimer { work in work() }
}
