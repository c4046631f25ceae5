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

  /// Some voters, scored with the mean over their pairs.
  init(_ members: [Int], by scores: PairTable) {
    var sum = 0.0
    for (place, a) in members.enumerated() {
      for b in members[(place + 1)...] { sum += scores[a, b] }
    }
    self.init(members: members, score: sum / Double(members.count * (members.count - 1) / 2))
  }
}
