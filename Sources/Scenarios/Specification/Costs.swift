import Text

/// What each kind of wrong outcome costs.
public struct Costs: Hashable, Sendable {
  /// What one kind of wrong outcome costs, by action.
  public struct Price: Hashable, Sendable {
    /// An action that has a cost of its own.
    public struct Exception: Hashable, Sendable {
      /// The name of the action.
      public let action: String
      /// What it costs.
      public let cost: Double
    }

    /// What it costs for every action without one of its own.
    public let standard: Double
    /// The actions that cost something else, in the order of their names.
    public let exceptions: [Exception]

    /// A cost for every action but some.
    public init(standard: Double = 1, exceptions: [Exception] = []) {
      self.standard = standard
      self.exceptions = exceptions
    }

    /// The cost of an action of this name.
    public func cost(of action: String) -> Double {
      exceptions.first { $0.action.hasSameCodePoints(as: action) }?.cost ?? standard
    }
  }

  /// The cost of an approval that was not warranted.
  public internal(set) var falseApproval = Price()
  /// The cost of a rejection although the action was warranted.
  public internal(set) var falseRejection = Price()
  /// The cost of a proposal that is neither approved nor rejected.
  public internal(set) var quorumFailure = Price()

  /// The highest cost that any outcome can have.
  public var highest: Double {
    [falseApproval, falseRejection, quorumFailure]
      .flatMap { price in [price.standard] + price.exceptions.map(\.cost) }
      .reduce(0, max)
  }
}
