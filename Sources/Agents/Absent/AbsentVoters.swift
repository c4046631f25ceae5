import Simulation

/// Voters who are not always there, and honest when they are.
struct AbsentVoters: GroupBehaviour {
  /// When they are there.
  enum Attendance: Sendable {
    /// Never.
    case crashed
    /// Until a time.
    case crashesAt(VirtualTime)
    /// For each proposal with a probability.
    case intermittent(Probability)
  }

  private let group: Electorate.Group
  private let attendance: Attendance
  private let perception: Perception

  /// The absent voters of a group.
  init(_ group: Electorate.Group, attendance: Attendance, perception: Perception) {
    self.group = group
    self.attendance = attendance
    self.perception = perception
  }

  /// Whoever is there votes; a crash also swallows the votes still being thought about.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    for voter in group.members {
      let draws = world.draws(.voter, of: voter, on: proposal)
      let thinking = group.latency?.sample(at: draws.word2) ?? .zero
      let isThere =
        switch attendance {
        case .crashed: false
        case .crashesAt(let end): world.now.delayed(by: thinking) < end
        case .intermittent(let availability):
          availability.occurs(at: world.draws(.conduct, of: voter, on: proposal).word0)
        }
      if !isThere { continue }
      let value = perception.vote(with: draws, of: group, on: proposal, in: world)
      world.send(value, by: voter, on: proposal, after: thinking)
    }
  }
}
