extension EventQueue {
  /// The heap operations: no event comes before its parent, whose index is about a quarter of its
  /// own.
  @usableFromInline
  struct Heap {
    @usableFromInline
    let events: UnsafeMutableBufferPointer<Event>

    @inlinable
    init(events: UnsafeMutableBufferPointer<Event>) {
      self.events = events
    }

    /// Moves the gap at the end towards the root until `event` fits there.
    @inlinable
    @inline(__always)
    func siftUp(_ event: Event) {
      var hole = events.count - 1
      while hole > 0 {
        let parent = (hole - 1) / 4
        guard event.precedes(events[parent]) else { break }
        events[hole] = events[parent]
        hole = parent
      }
      events[hole] = event
    }

    /// Moves the gap at the root towards the leaves until `event` fits there.
    @inlinable
    @inline(__always)
    func siftDown(_ event: Event) {
      var hole = 0
      while let child = firstChild(of: hole), events[child].precedes(event) {
        events[hole] = events[child]
        hole = child
      }
      events[hole] = event
    }

    /// The index of the child that leaves before its siblings, if there is a child.
    @inlinable
    @inline(__always)
    func firstChild(of parent: Int) -> Int? {
      let child = 4 * parent + 1
      // The four children are compared in pairs, without branches that could be mispredicted.
      if child + 3 < events.count {
        let left = events[child + 1].precedes(events[child]) ? child + 1 : child
        let right = events[child + 3].precedes(events[child + 2]) ? child + 3 : child + 2
        return events[right].precedes(events[left]) ? right : left
      }
      guard child < events.count else { return nil }
      var first = child
      for other in child + 1..<events.count where events[other].precedes(events[first]) {
        first = other
      }
      return first
    }
  }
}
