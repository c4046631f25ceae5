import Consensus

/// Cheap starting points for the search: pairs and small groups that stand out.
enum GroupSeeds {
  /// The pairs with the highest scores, each with the voters that fit best; no voter is in two
  /// groups.
  static func highest(_ scores: PairTable, count: Int, size: Int) -> [[Int]] {
    let pairs = Array(scores.pairs)
    var isUsed = Array(repeating: false, count: scores.voterCount)
    var groups: [[Int]] = []
    for index in pairs.indices.sorted(by: {
      scores.values[$0] != scores.values[$1] ? scores.values[$0] > scores.values[$1] : $0 < $1
    }) {
      let (a, b) = pairs[index]
      if isUsed[a] || isUsed[b] { continue }
      let group = extended([a, b], by: scores, to: size)
      for member in group { isUsed[member] = true }
      groups.append(group)
      if groups.count == count { break }
    }
    return groups
  }

  private static func extended(_ pair: [Int], by scores: PairTable, to size: Int) -> [Int] {
    var group = pair
    while group.count < size {
      let others = (0..<scores.voterCount).filter { !group.contains($0) }
      guard
        let next = others.firstMax(by: { other in
          group.reduce(0) { $0 + scores[$1, other] }
        })
      else { break }
      group.append(next)
    }
    return group
  }

  /// Groups that are close in the plane of the two main factors.
  static func fromPlane(_ votes: VoteMatrix) -> [[Int]] {
    let plane = CorrelationPlane(votes)
    let count = votes.voterCount
    let byAngle = (0..<count).sorted {
      let (left, right) = (plane.angle($0), plane.angle($1))
      return left != right ? left < right : $0 < $1
    }
    var groups = plane.clusters(2) + plane.clusters(3)
    for size in [max(2, count / 6), max(2, count / 4)] where size <= count {
      groups.append(byAngle.prefix(size).sorted())
      groups.append(byAngle.suffix(size).sorted())
    }
    return groups.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
