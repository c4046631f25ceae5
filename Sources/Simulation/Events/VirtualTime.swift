/// An instant of simulated time, on a scale of whole nanoseconds.
///
/// Instants and spans are different types, so that a deadline cannot be taken for a delay.
public struct VirtualTime: Hashable, Sendable {
  /// The span between the start of the simulation and this instant.
  public var sinceStart: Nanoseconds

  /// Creates the instant that lies `sinceStart` after the start of the simulation.
  @inlinable
  public init(sinceStart: Nanoseconds) {
    self.sinceStart = sinceStart
  }

  /// The instant at which a simulation starts.
  @inlinable
  public static var start: VirtualTime { VirtualTime(sinceStart: .zero) }

  /// The last instant there is.
  @inlinable
  public static var end: VirtualTime { VirtualTime(sinceStart: .max) }

  /// The instant in seconds since the start.
  @inlinable
  public var seconds: Double { sinceStart.seconds }

  /// The instant `delay` later, or the end of time where that would lie beyond it.
  ///
  /// For delays that chance has drawn: an unlucky draw is no mistake to trap on.
  @inlinable
  public func delayed(by delay: Nanoseconds) -> VirtualTime {
    let (later, overflow) = sinceStart.count.addingReportingOverflow(delay.count)
    return overflow ? .end : VirtualTime(sinceStart: Nanoseconds(later))
  }

  /// The instant `span` later; traps beyond the end of time.
  @inlinable
  public static func + (time: VirtualTime, span: Nanoseconds) -> VirtualTime {
    VirtualTime(sinceStart: time.sinceStart + span)
  }

  /// The instant `span` earlier.
  @inlinable
  public static func - (time: VirtualTime, span: Nanoseconds) -> VirtualTime {
    VirtualTime(sinceStart: time.sinceStart - span)
  }

  /// The span from the right instant to the left one.
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
