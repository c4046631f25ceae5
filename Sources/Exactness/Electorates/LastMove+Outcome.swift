import Agents
import Consensus

/// Voters of a group who wait for the last moment.
struct LastMovers {
  let group: Int
  let count: Int
  let plan: LastMove
}

extension VoteCounting {
  /// The outcome after those who wait have seen a sum of votes and cast their own.
  ///
  /// All of them see the same sum: none sees the votes of the other last movers.
  func decision(
    after sum: Sum, _ lastMovers: [LastMovers], warranted isWarranted: Bool
  ) -> Decision {
    // Pivots can cause whatever they want, whether they need few or all of them.
    if lastMovers.count == 1 && lastMovers[0].plan == .fewestSuffice {
      let movers = lastMovers[0]
      let all = self.sum(sum, adding: movers.count, of: movers.group, approving: !isWarranted)
      return decision(of: all)
    }
    var final = sum
    for movers in lastMovers {
      let traitors = traitors(among: movers, seeing: sum, isWarranted)
      final = self.sum(final, adding: traitors, of: movers.group, approving: !isWarranted)
      final = self.sum(
        final, adding: movers.count - traitors, of: movers.group, approving: isWarranted)
    }
    return decision(of: final)
  }

  /// The number of those who wait who vote against the truth.
  func traitors(
    among movers: LastMovers, seeing sum: Sum, _ isWarranted: Bool
  ) -> Int {
    func outcome(_ traitors: Int, of voters: Int) -> Decision {
      let wrong = self.sum(sum, adding: traitors, of: movers.group, approving: !isWarranted)
      let all = self.sum(
        wrong, adding: voters - traitors, of: movers.group, approving: isWarranted)
      return decision(of: all)
    }
    switch movers.plan {
    case .eachForItself:
      return outcome(1, of: 1) == outcome(0, of: 1) ? 0 : movers.count
    case .fewestSuffice:
      let best = outcome(movers.count, of: movers.count)
      if best == outcome(0, of: movers.count) { return 0 }
      // More traitors never improve the outcome, so a binary search finds the first number that
      // causes the worst one.
      var (without, with) = (0, movers.count)
      while with - without > 1 {
        let middle = (without + with) / 2
        if outcome(middle, of: movers.count) == best { with = middle } else { without = middle }
      }
      return with
    case .repeatVictims, .isolateVictims:
      preconditionFailure("what they do depends on single votes, which a sum does not have")
    }
  }
}
