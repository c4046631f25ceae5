import Forms
import JSON

/// How often a voter sees the truth of a proposal.
public struct Accuracy: Hashable, Sendable {
  /// The probability of seeing that the facts call for the action, if they do.
  public var warranted: Double
  /// The probability of seeing that the facts do not call for the action, if they do not.
  public var unwarranted: Double

  /// Always right.
  public static let perfect = Accuracy(1)

  /// A different probability for each kind of proposal.
  public init(warranted: Double, unwarranted: Double) {
    self.warranted = warranted
    self.unwarranted = unwarranted
  }

  /// The same probability for every proposal.
  public init(_ probability: Double) {
    self.init(warranted: probability, unwarranted: probability)
  }

  /// The probability for a proposal of one kind.
  public func probability(warranted isWarranted: Bool) -> Double {
    isWarranted ? warranted : unwarranted
  }

  func requireInRange() {
    requireProbability(warranted)
    requireProbability(unwarranted)
  }
}

/// Traps on a number that is not a probability.
func requireProbability(_ value: Double) {
  precondition(value >= 0 && value <= 1, "a probability lies between 0 and 1")
}

extension Form<Accuracy> {
  /// A probability for all proposals, or one for each kind.
  package static var accuracy: Form {
    let single = Form<Double>.probability
    let both = Form.record(
      Accuracy.perfect,
      [
        .required("warranted", \.warranted, .probability, "On proposals that the facts call for."),
        .required(
          "unwarranted", \.unwarranted, .probability, "On proposals that the facts do not call for."
        ),
      ])
    return Form(
      schema: ["anyOf": [.object(single.schema), .object(both.schema)]],
      read: { cursor in
        if cursor.isNumeric { return single.read(cursor).map { Accuracy($0) } }
        guard case .object = cursor.node.content else {
          return cursor.mismatch(
            "a probability from 0 to 1, or an object with the keys warranted and unwarranted")
        }
        return both.read(cursor)
      }, write: both.write)
  }
}
