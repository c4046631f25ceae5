/// A limit on the work for an exact value; a value beyond it is not computed.
///
/// Work is counted, not timed, so the result is the same on every machine.
package struct ExactEffort: Equatable, Sendable {
  /// The most additions to entries of a dense table; a decision on a sum counts as several.
  let additionsMax: Double
  /// The most units of weight with an entry each.
  let unitsMax: Int
  /// The most different sums of weights.
  let sumsMax: Int
  /// The most combinations of honest votes against an adversary.
  let combinationsMax: Double

  /// The default: some seconds.
  package static let full = ExactEffort(
    additionsMax: 6e9, unitsMax: 1_000_000, sumsMax: 200_000, combinationsMax: 8e6)

  /// A share of the work.
  package func share(_ share: Double) -> ExactEffort {
    ExactEffort(
      additionsMax: additionsMax * share, unitsMax: Int(Double(unitsMax) * share),
      sumsMax: Int(Double(sumsMax) * share), combinationsMax: combinationsMax * share)
  }
}
