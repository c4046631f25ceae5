/// The arrivals of a message: none, one, or two if the network made a copy.
///
/// A value without storage of its own, so that sending allocates nothing. Iteration gives the
/// arrival of the message before that of its copy, which may still be earlier.
public struct Deliveries: Hashable, Sendable {
  /// When the message arrives; nil if it is lost.
  public let original: VirtualTime?

  /// When the copy arrives; nil if there is none.
  public let copy: VirtualTime?

  /// A message that never arrives.
  public static let none = Deliveries(original: nil)

  /// The arrivals of a message and of its copy.
  @inlinable
  public init(original: VirtualTime?, copy: VirtualTime? = nil) {
    self.original = original
    self.copy = copy
  }
}

extension Deliveries: Sequence {
  /// The iterator over the arrivals of a message.
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

    /// The next arrival; nil if there are no more.
    @inlinable
    public mutating func next() -> VirtualTime? {
      defer {
        upcoming = following
        following = nil
      }
      return upcoming
    }
  }

  /// An iterator that begins with the message itself.
  @inlinable
  public func makeIterator() -> Iterator { Iterator(self) }
}
