/// Where the outcomes of units are kept, and where those that an earlier process kept come from.
package struct UnitStore: Sendable {
  /// Takes out the outcome of the unit with this number; nil if it is not there.
  let take: @Sendable (_ number: Int) -> UnitOutcome?
  /// Keeps the outcome of the unit with this number.
  let keep: @Sendable (_ number: Int, _ outcome: UnitOutcome) -> Void

  /// A store that takes and keeps outcomes in this way.
  package init(
    take: @escaping @Sendable (_ number: Int) -> UnitOutcome?,
    keep: @escaping @Sendable (_ number: Int, _ outcome: UnitOutcome) -> Void
  ) {
    self.take = take
    self.keep = keep
  }

  /// Keeps nothing.
  package static let none = UnitStore(take: { _ in nil }, keep: { _, _ in })
}
