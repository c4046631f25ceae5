/// The strongest value of a safeguard, and when it is tried as a repair.
struct StrongestSetting<Value>: Sendable {
  /// The order in which safeguards are tried.
  let rank: Int
  /// The value under some rules; nil if it would change nothing.
  let value: @Sendable (VotingRules) -> Value?

  /// A value that depends on the rules.
  init(rank: Int, _ value: @escaping @Sendable (VotingRules) -> Value?) {
    self.rank = rank
    self.value = value
  }

  /// The same value in another type.
  func mapped<Other>(
    _ transform: @escaping @Sendable (Value) -> Other
  ) -> StrongestSetting<Other> {
    StrongestSetting<Other>(rank: rank) { [value] in value($0).map(transform) }
  }
}

extension StrongestSetting where Value: Sendable {
  /// The same value under all rules.
  init(_ value: Value, rank: Int) {
    self.init(rank: rank) { _ in value }
  }
}
