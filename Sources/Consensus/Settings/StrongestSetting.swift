/// The value with which a safeguard closes most gaps, and when it is tried.
struct StrongestSetting<Value>: Sendable {
  /// Which safeguard comes first where equally few close a gap.
  let rank: Int
  /// The value under some rules; nil where it would change nothing.
  let value: @Sendable (VotingRules) -> Value?

  /// A value that depends on the rules.
  init(rank: Int, _ value: @escaping @Sendable (VotingRules) -> Value?) {
    self.rank = rank
    self.value = value
  }

  /// The same value in another form.
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
