/// What the best adversary can achieve against the honest votes of an electorate.
package struct WorstCase: Sendable {
  /// If every honest vote counts.
  package internal(set) var allCounted = WorstLimits(AchievableEndings())
  /// If it also decides which honest votes have arrived at the tally.
  package internal(set) var heldBack = WorstLimits(AchievableEndings())
}

/// What no adversary can go beyond, and what one certainly achieves.
///
/// They differ where the order of rounded sums decides, and for quorums by weight whose lightest
/// votes take too long to find.
package struct WorstLimits<Value> {
  /// What no adversary can go beyond.
  package internal(set) var possible: Value
  /// What one certainly achieves.
  package internal(set) var certain: Value

  init(_ value: Value) {
    possible = value
    certain = value
  }

  /// What comes of an adversary as it is possible, and of one as it is certain if that may differ.
  init<Model>(_ models: (possible: Model, certain: Model?), _ value: (Model) -> Value) {
    possible = value(models.possible)
    certain = models.certain.map(value) ?? possible
  }

  /// Both, each changed by the one of other limits.
  mutating func update<Other>(
    with other: WorstLimits<Other>, _ change: (inout Value, Other) -> Void
  ) {
    change(&possible, other.possible)
    change(&certain, other.certain)
  }

  /// Both, as something else.
  func map<Other>(_ transform: (Value) -> Other) -> WorstLimits<Other> {
    var limits = WorstLimits<Other>(transform(possible))
    limits.certain = transform(certain)
    return limits
  }
}

extension WorstLimits: Sendable where Value: Sendable {}

extension WorstLimits: Equatable where Value: Equatable {}
