/// Pairs of voters who seem to belong together.
struct SuspectGraph {
  let voterCount: Int
  private var isJoined: [Bool]

  init(voterCount: Int) {
    self.voterCount = voterCount
    isJoined = Array(repeating: false, count: voterCount * voterCount)
  }

  mutating func join(_ a: Int, _ b: Int) {
    isJoined[a * voterCount + b] = true
    isJoined[b * voterCount + a] = true
  }

  func areJoined(_ a: Int, _ b: Int) -> Bool { isJoined[a * voterCount + b] }

  /// The connected groups, without members who are linked to less than half of the others, in the
  /// order of their first members.
  var blocs: [[Int]] { components.map(pruned) }

  var components: [[Int]] {
    var isSeen = Array(repeating: false, count: voterCount)
    var components: [[Int]] = []
    for start in 0..<voterCount where !isSeen[start] {
      isSeen[start] = true
      var component = [start]
      var next = 0
      while next < component.count {
        for voter in 0..<voterCount where !isSeen[voter] && areJoined(component[next], voter) {
          isSeen[voter] = true
          component.append(voter)
        }
        next += 1
      }
      if component.count > 1 { components.append(component.sorted()) }
    }
    return components
  }

  private func pruned(_ component: [Int]) -> [Int] {
    var members = component
    while members.count > 2 {
      let degrees = members.map { member in members.count { areJoined(member, $0) } }
      guard let least = degrees.min(), 2 * least < members.count - 1,
        let index = degrees.firstIndex(of: least)
      else { break }
      members.remove(at: index)
    }
    return members
  }
}
