/// Voters who seem to follow a common plan.
public struct Bloc: Sendable, Equatable {
  /// The members, in ascending order.
  public let members: [Int]
  /// How strongly they stand out, on the scale of the detector.
  public let score: Double

  /// A bloc; the members are in ascending order.
  public init(members: [Int], score: Double) {
    self.members = members
    self.score = score
  }

  /// Some voters; the score is the mean over their pairs.
  init(_ members: [Int], by scores: PairTable) {
    var sum = 0.0
    for (place, a) in members.enumerated() {
      for b in members[(place + 1)...] { sum += scores[a, b] }
    }
    self.init(members: members, score: sum / Double(members.count * (members.count - 1) / 2))
  }
}
