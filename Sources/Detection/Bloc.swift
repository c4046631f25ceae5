/// Voters who seem to vote by one plan.
public struct Bloc: Sendable, Equatable {
  /// The members, in rising order.
  public let members: [Int]
  /// How strongly they stand out, in the detector's own measure.
  public let score: Double

  /// Some voters and their score.
  public init(members: [Int], score: Double) {
    self.members = members
    self.score = score
  }
}
