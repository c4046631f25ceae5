/// An instant of simulated time, on a scale of whole nanoseconds.
///
/// Instants and durations are different types, so that a deadline cannot be mistaken for a delay.
public struct VirtualTime: Hashable, Sendable {
  /// The duration from the start of the simulation to this instant.
  public var sinceStart: Nanoseconds

  /// The instant `sinceStart` after the start of the simulation.
  @inlinable
  public init(sinceStart: Nanoseconds) {
    self.sinceStart = sinceStart
  }

  /// The instant at which a simulation starts.
  @inlinable
  public static var start: VirtualTime { VirtualTime(sinceStart: .zero) }

  /// The last possible instant.
  @inlinable
  public static var end: VirtualTime { VirtualTime(sinceStart: .max) }

  /// The instant in seconds since the start.
  @inlinable
  public var seconds: Double { sinceStart.seconds }

  /// The instant `delay` later, or the last possible instant if that is earlier.
  ///
  /// For random delays: a very long one is not a mistake that should trap.
  @inlinable
  public func delayed(by delay: Nanoseconds) -> VirtualTime {
    let (later, overflow) = sinceStart.count.addingReportingOverflow(delay.count)
    return overflow ? .end : VirtualTime(sinceStart: Nanoseconds(later))
  }

  /// The instant `span` later; traps beyond the last possible instant.
  @inlinable
  public static func + (time: VirtualTime, span: Nanoseconds) -> VirtualTime {
    VirtualTime(sinceStart: time.sinceStart + span)
  }

  /// The instant `span` earlier.
  @inlinable
  public static func - (time: VirtualTime, span: Nanoseconds) -> VirtualTime {
    VirtualTime(sinceStart: time.sinceStart - span)
  }

  /// The duration from the right instant to the left one.
  @inlinable
  public static func - (later: VirtualTime, earlier: VirtualTime) -> Nanoseconds {
    later.sinceStart - earlier.sinceStart
  }
}

extension VirtualTime: Comparable {
  /// Whether the left instant comes first.
  @inlinable
  public static func < (left: VirtualTime, right: VirtualTime) -> Bool {
    left.sinceStart < right.sinceStart
  }
}
