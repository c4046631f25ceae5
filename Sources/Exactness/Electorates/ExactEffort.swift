/// How much work may go into an exact value; what would take more is not begun.
///
/// Work is counted, not timed, so that the same is known on every machine.
public struct ExactEffort: Equatable, Sendable {
  /// The most additions to places of a lattice; a decision on a sum counts as several.
  let latticeWorkMax: Double
  /// The most units of weight for which a place each is kept.
  let unitsMax: Int
  /// The most different sums of weights.
  let sumsMax: Int
  /// The most combinations of honest votes that an adversary is faced with.
  let combinationsMax: Double

  /// As much as somebody waits for who asks for nothing else: some seconds.
  public static let full = ExactEffort(
    latticeWorkMax: 6e9, unitsMax: 1_000_000, sumsMax: 200_000, combinationsMax: 8e6)

  /// A part of the work.
  public func share(_ share: Double) -> ExactEffort {
    ExactEffort(
      latticeWorkMax: latticeWorkMax * share, unitsMax: Int(Double(unitsMax) * share),
      sumsMax: Int(Double(sumsMax) * share), combinationsMax: combinationsMax * share)
  }
}
