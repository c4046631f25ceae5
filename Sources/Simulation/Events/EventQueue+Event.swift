extension EventQueue {
  /// Something that happens at an instant.
  public struct Event {
    /// The time of the event.
    public let time: VirtualTime

    /// The priority in the highest byte, and the sequence number below it: both compare as one
    /// number.
    @usableFromInline
    let rank: UInt64

    /// The content of the event.
    public let payload: Payload

    @inlinable
    init(payload: Payload, time: VirtualTime, priority: UInt8, sequence: UInt64) {
      self.time = time
      // The sum stays in its byte, because 2^56 events would take centuries.
      self.rank = UInt64(priority) << 56 + sequence
      self.payload = payload
    }

    /// The order among events at the same time; lower numbers come first.
    @inlinable
    public var priority: UInt8 { UInt8(rank >> 56) }

    /// How many events were pushed before it, since the queue was last emptied.
    @inlinable
    public var sequence: UInt64 { rank & (1 << 56 - 1) }

    /// Time, priority and sequence as one number, which compares without a branch.
    // Put together from its halves: shifts and conversions are generic, and in a build without
    // optimisation they took more time than all the rest of the queue.
    @inlinable
    var key: Int128 { Int128(_low: rank, _high: time.sinceStart.count) }

    /// Whether this event leaves the queue before another.
    // Always inlined, because every pop calls it several times, and the compiler might decide
    // otherwise.
    @inlinable @inline(__always)
    func precedes(_ other: Event) -> Bool { key < other.key }
  }
}

extension EventQueue.Event: Sendable where Payload: Sendable {}
