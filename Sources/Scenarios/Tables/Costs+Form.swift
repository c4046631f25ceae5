import JSON

extension Costs {
  /// What wrong outcomes cost.
  static let form = Form.record(
    Costs(),
    [
      .init("false_approval", \.falseApproval, .price, "An approval that was not warranted."),
      .init(
        "false_rejection", \.falseRejection, .price,
        "A rejection although the action was warranted."),
      .init("quorum_failure", \.quorumFailure, .price, "A proposal without a decision."),
    ])
}

extension Form<Costs.Price> {
  /// One cost for all actions, or costs by action, `*` standing for all others.
  static var price: Form {
    let single = Form<Double>.number(.from(0, to: ScenarioLimits.costMax))
    let byAction = Form<[(key: String, value: Double)]>
      .dictionary(keys: ["minLength": 1, "maxLength": 64], of: single) { _, _ in true }
    return Form(
      schema: ["anyOf": [.object(single.schema), .object(byAction.schema)]],
      read: { cursor in
        if case .number = cursor.node.content {
          return single.read(cursor).map { Costs.Price(standard: $0) }
        }
        guard case .object = cursor.node.content else {
          return cursor.mismatch("a cost, or an object of costs by action with '*' for all others")
        }
        return byAction.read(cursor).map { Costs.Price($0) }
      }, write: { byAction.write($0.entries) })
  }
}

extension Costs.Price {
  /// Costs by action; one that is the same as for all others needs no mention.
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
