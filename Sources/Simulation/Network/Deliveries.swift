/// When one message arrives: never, once, or twice if the network made a copy.
///
/// A value without storage of its own, so that sending allocates nothing. Iterating over it yields
/// the arrivals, the message's own before its copy's, which may be earlier all the same.
public struct Deliveries: Hashable, Sendable {
  /// When the message itself arrives, or nil when it is lost.
  public let original: VirtualTime?

  /// When the copy arrives, or nil when there is none.
  public let copy: VirtualTime?

  /// A message that never arrives.
  public static let none = Deliveries(original: nil)

  /// Creates the arrivals of a message and of its copy.
  @inlinable
  public init(original: VirtualTime?, copy: VirtualTime? = nil) {
    self.original = original
    self.copy = copy
  }
}

extension Deliveries: Sequence {
  /// Yields the arrivals of a message.
  public struct Iterator: IteratorProtocol {
    @usableFromInline
    var upcoming: VirtualTime?

    @usableFromInline
    var following: VirtualTime?

    @inlinable
    init(_ deliveries: Deliveries) {
      upcoming = deliveries.original
      following = deliveries.copy
    }

    /// The next arrival, or nil when there are no more.
    @inlinable
    public mutating func next() -> VirtualTime? {
      defer {
        upcoming = following
        following = nil
      }
      return upcoming
    }
  }

  /// Returns an iterator over the arrivals.
  @inlinable
  public func makeIterator() -> Iterator { Iterator(self) }
}
