import Forms
import JSON
import Text

/// The cost of each kind of wrong outcome.
public struct Costs: Hashable, Sendable {
  /// The cost of one kind of wrong outcome, by action.
  public struct Price: Hashable, Sendable {
    /// An action with its own cost.
    public struct Exception: Hashable, Sendable {
      /// The name of the action.
      public let action: String
      /// The cost for this action.
      public let cost: Double
    }

    /// The cost for every action without its own.
    public let standard: Double
    /// The actions with another cost, sorted by name.
    public let exceptions: [Exception]

    /// A cost for every action, except some with their own.
    public init(standard: Double = 1, exceptions: [Exception] = []) {
      self.standard = standard
      self.exceptions = exceptions
    }

    /// The cost of an action of this name.
    public func cost(of action: String) -> Double {
      exceptions.first { $0.action.hasSameCodePoints(as: action) }?.cost ?? standard
    }
  }

  /// The cost of approving an unwarranted proposal.
  public internal(set) var falseApproval = Price()
  /// The cost of rejecting a warranted proposal.
  public internal(set) var falseRejection = Price()
  /// The cost of a proposal that is neither approved nor rejected.
  public internal(set) var quorumFailure = Price()

  /// The largest cost of any outcome.
  public var highest: Double {
    [falseApproval, falseRejection, quorumFailure]
      .flatMap { price in [price.standard] + price.exceptions.map(\.cost) }
      .reduce(0, max)
  }
}

extension Costs {
  /// The form of the costs.
  static let form = Form.record(
    Costs(),
    [
      .init(
        "false_approval", \.falseApproval, .price, "The cost of approving an unwarranted proposal."),
      .init(
        "false_rejection", \.falseRejection, .price,
        "The cost of rejecting a warranted proposal."),
      .init(
        "quorum_failure", \.quorumFailure, .price,
        "The cost of a proposal that ends without a decision."),
    ])
}

extension Form<Costs.Price> {
  /// One cost for all actions, or costs by action, with `*` for all others.
  static var price: Form {
    let single = Form<Double>.number(.from(0, to: ScenarioLimits.costMax))
    let byAction = Form<[(key: String, value: Double)]>
      .dictionary(keys: ["minLength": 1, "maxLength": 64], of: single) { _, _ in true }
    return Form(
      schema: ["anyOf": [.object(single.schema), .object(byAction.schema)]],
      read: { cursor in
        if cursor.isNumeric {
          return single.read(cursor).map { Costs.Price(standard: $0) }
        }
        guard case .object = cursor.node.content else {
          return cursor.mismatch(
            "a number, or an object with a number for each action, and '*' for all others")
        }
        return byAction.read(cursor).map { Costs.Price($0) }
      }, write: { byAction.write($0.entries) })
  }
}

extension Costs.Price {
  /// Costs by action, without those equal to the cost for all others.
  fileprivate init(_ entries: [(key: String, value: Double)]) {
    let standard = entries.first { $0.key == "*" }?.value ?? 1
    self.init(
      standard: standard,
      exceptions: entries.filter { $0.key != "*" && $0.value != standard }
        .map { Exception(action: $0.key, cost: $0.value) })
  }

  fileprivate var entries: [(key: String, value: Double)] {
    [(key: "*", value: standard)] + exceptions.map { (key: $0.action, value: $0.cost) }
  }
}
