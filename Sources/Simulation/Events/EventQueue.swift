/// The events to come, earliest first.
///
/// Events leave by time, then by priority (lower numbers first), then in the order in which they
/// were added. This is a total order, so no result depends on how the queue works. It is a 4-ary
/// heap in one array, with half the levels of a binary heap. Everything is inlinable, because a
/// generic that is not specialised for its payload would cost more than the rest of a simulation.
/// Payloads are plain values, so moving them is cheap.
public struct EventQueue<Payload: BitwiseCopyable> {
  /// The heap of events, followed by unused entries from earlier events.
  @usableFromInline
  var storage: [Event] = []

  @usableFromInline
  var waitingCount = 0

  /// The number of events pushed since the queue was last emptied.
  @usableFromInline
  var pushed: UInt64 = 0

  /// An empty queue with capacity for a number of events.
  @inlinable
  public init(minimumCapacity: Int = 0) {
    storage.reserveCapacity(minimumCapacity)
  }

  /// The number of events waiting.
  @inlinable
  public var count: Int { waitingCount }

  /// Whether no event is waiting.
  @inlinable
  public var isEmpty: Bool { count == 0 }

  /// The next event, or nil when none is waiting.
  @inlinable
  public var first: Event? { isEmpty ? nil : storage[0] }

  /// Adds an event at a time; among events at the same time, lower priority numbers leave first.
  ///
  /// - Complexity: O(log n), O(1) on average for events at random times.
  @inlinable
  public mutating func push(_ payload: Payload, at time: VirtualTime, priority: UInt8 = 0) {
    let event = Event(payload: payload, time: time, priority: priority, sequence: pushed)
    pushed += 1
    if count == storage.count { storage.append(event) }
    waitingCount += 1
    withHeap { $0.siftUp(event) }
  }

  /// Removes and returns the next event, or nil when none is waiting.
  ///
  /// - Complexity: O(log n).
  @inlinable
  public mutating func pop() -> Event? {
    guard let next = first else { return nil }
    let last = storage[count - 1]
    waitingCount -= 1
    if count > 0 { withHeap { $0.siftDown(last) } }
    return next
  }

  /// Removes all events and resets the sequence numbers, so that a reused queue works like a new
  /// one.
  @inlinable
  public mutating func removeAll(keepingCapacity: Bool = false) {
    if !keepingCapacity { storage = [] }
    waitingCount = 0
    pushed = 0
  }

  /// Gives access to the events for changes, with one check for sharing instead of one for each
  /// event.
  @inlinable
  mutating func withHeap(_ change: (Heap) -> Void) {
    storage.withUnsafeMutableBufferPointer { [count] storage in
      change(Heap(events: UnsafeMutableBufferPointer(start: storage.baseAddress, count: count)))
    }
  }
}

extension EventQueue: Sendable where Payload: Sendable {}
