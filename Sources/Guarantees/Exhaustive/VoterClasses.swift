import Consensus

/// Classes of voters that the rules treat the same.
struct VoterClasses: Sendable {
  /// The voters of each class, in ascending order.
  let members: [[Int]]

  init(_ rules: VotingRules) {
    // If sums are rounded, the position of a voter in a sum matters.
    let isPlaceBlind =
      rules.weights.hasExactSums
      || (rules.safeguards.quorumUnit == .voters && rules.safeguards.tally == .anytime)
    var members: [[Int]] = []
    for (voter, weight) in rules.weights.enumerated() {
      let like = members.firstIndex { isPlaceBlind && rules.weights[$0[0]] == weight }
      if let like { members[like].append(voter) } else { members.append([voter]) }
    }
    self.members = members
  }

  /// Every choice of a number of voters; among equivalent choices only the first.
  func subsets(of voters: [Int], count: Int) -> [[Int]] {
    let classes = members.map { $0.filter(voters.contains) }
    return Self.choices(from: classes[...], count)
  }

  /// Every choice of any number of voters; among equivalent choices only the first.
  func subsets(of voters: [Int]) -> [[Int]] {
    (0...voters.count).flatMap { subsets(of: voters, count: $0) }
  }

  private static func choices(from classes: ArraySlice<[Int]>, _ count: Int) -> [[Int]] {
    guard let first = classes.first else { return count == 0 ? [[]] : [] }
    return (0...min(count, first.count)).reversed().flatMap { taken in
      choices(from: classes.dropFirst(), count - taken).map {
        (first.prefix(taken) + $0).sorted()
      }
    }
  }
}
