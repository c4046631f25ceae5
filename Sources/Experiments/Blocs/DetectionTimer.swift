/// Measures how long detectors take, on behalf of somebody who has a clock: trials have none.
public struct DetectionTimer: Sendable {
  /// Does some work once, and takes its time.
  let measure: @Sendable (_ work: () -> Void) -> Void

  /// Lets somebody do the work and take its time.
  public init(measure: @escaping @Sendable (_ work: () -> Void) -> Void) {
    self.measure = measure
  }

  /// Takes no time at all.
  public static let none = DetectionTimer { work in work() }
}
