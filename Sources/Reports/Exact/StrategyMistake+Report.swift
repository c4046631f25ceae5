import Exactness
import JSON

extension StrategyMistake {
  /// The mistake in words.
  var words: String {
    let seen = votes.map { "\($0.group) \($0.approve):\($0.reject)" }.joined(separator: ", ")
    let kind = "\(isWarranted ? "warranted" : "unwarranted")\(isCritical ? ", critical" : "")"
    return "\(shouldCall ? "no tally" : "a tally") at \(seen) (\(kind))"
  }

  var json: JSONValue {
    [
      "should": .string(shouldCall ? "call" : "wait"), "warranted": .bool(isWarranted),
      "critical": .bool(isCritical),
      "votes": .object(
        JSONObject(
          votes.map { votes in
            (
              key: votes.group,
              value: ["approve": JSONValue(votes.approve), "reject": JSONValue(votes.reject)]
            )
          })),
      "loss": JSONValue(loss), "loss_by_all_calls": JSONValue(lossOfAll),
    ]
  }
}
