import Agents
import Consensus

/// Voters of a group who have waited for the last moment.
struct LastMovers {
  let group: Int
  let count: Int
  let plan: LastMove
}

extension TallyDistribution {
  /// What is decided once those who have waited have seen a sum of votes and cast theirs.
  ///
  /// All of them see the same sum: none knows what the others of the last moment do.
  func decision(
    after sum: Sum, _ lastMovers: [LastMovers], warranted isWarranted: Bool, critical: Bool
  ) -> Decision {
    // Pivots alone bring about whatever they could, be they as few as suffice or all.
    if lastMovers.count == 1 && lastMovers[0].plan == .fewestSuffice {
      let movers = lastMovers[0]
      let all = self.sum(sum, adding: movers.count, of: movers.group, approving: !isWarranted)
      return decision(of: all, critical: critical)
    }
    var final = sum
    for movers in lastMovers {
      let traitors = traitors(among: movers, seeing: sum, isWarranted, critical)
      final = self.sum(final, adding: traitors, of: movers.group, approving: !isWarranted)
      final = self.sum(
        final, adding: movers.count - traitors, of: movers.group, approving: isWarranted)
    }
    return decision(of: final, critical: critical)
  }

  /// How many of those who wait vote against the truth.
  private func traitors(
    among movers: LastMovers, seeing sum: Sum, _ isWarranted: Bool, _ critical: Bool
  ) -> Int {
    func outcome(_ traitors: Int, of voters: Int) -> Decision {
      let wrong = self.sum(sum, adding: traitors, of: movers.group, approving: !isWarranted)
      let all = self.sum(
        wrong, adding: voters - traitors, of: movers.group, approving: isWarranted)
      return decision(of: all, critical: critical)
    }
    switch movers.plan {
    case .eachForItself:
      return outcome(1, of: 1) == outcome(0, of: 1) ? 0 : movers.count
    case .fewestSuffice:
      let best = outcome(movers.count, of: movers.count)
      if best == outcome(0, of: movers.count) { return 0 }
      // More traitors never bring a better outcome, so the first to bring the worst is found by
      // halving.
      var (without, with) = (0, movers.count)
      while with - without > 1 {
        let middle = (without + with) / 2
        if outcome(middle, of: movers.count) == best { with = middle } else { without = middle }
      }
      return with
    }
  }
}
