import Simulation

/// Voters who are absent at times, and honest when they take part.
struct AbsentVoters: GroupBehaviour {
  /// When the voters take part.
  enum Attendance: Sendable {
    /// Never.
    case crashed
    /// Until they crash at this time.
    case crashesAt(VirtualTime)
    /// On each proposal with this probability.
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

  /// Sends the votes of those who take part; a crash also loses votes that are not yet sent.
  func proposalOpened(_ proposal: Int, in world: inout World) {
    for voter in group.members {
      let draws = world.draws(.voter, of: voter, on: proposal)
      let thinking = group.latency?.sample(at: draws.word2) ?? .zero
      let isThere =
        switch attendance {
        case .crashed: false
        case .crashesAt(let end): world.now.delayed(by: thinking) < end
        case .intermittent(let availability):
          availability.occurs(at: world.draws(.behaviour, of: voter, on: proposal).word0)
        }
      if !isThere { continue }
      let value = perception.vote(with: draws, of: group, on: proposal, in: world)
      world.send(value, by: voter, on: proposal, after: thinking)
    }
  }
}
