import Exactness
import JSON
import Metrics
import Scenarios
import Text

extension ExactReport {
  /// The decision by which the strategies of a cell miss the best policy by most; nil if they do not,
  /// or if it is not known.
  func mistake(_ metric: Metric, inCell index: Int) -> StrategyMistake? {
    file.cells[index].scenario.worstMistake(for: metric)
  }
}

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
