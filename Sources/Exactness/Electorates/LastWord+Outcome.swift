import Agents
import Consensus

/// Voters of a group who have waited for the last moment.
struct Waiters {
  let group: Int
  let count: Int
  let plan: LastWord
}

extension TallyDistribution {
  /// What is decided once those who have waited have seen a sum of votes and cast theirs.
  ///
  /// All of them see the same sum: none knows what the others of the last moment do.
  func decision(
    after sum: Sum, _ waiters: [Waiters], warranted isWarranted: Bool, critical: Bool
  ) -> Decision {
    // Pivots alone bring about whatever they could, be they as few as suffice or all.
    if waiters.count == 1 && waiters[0].plan == .fewestSuffice {
      let waiter = waiters[0]
      let all = self.sum(sum, adding: waiter.count, of: waiter.group, approving: !isWarranted)
      return decision(of: all, critical: critical)
    }
    var final = sum
    for waiter in waiters {
      let traitors = traitors(among: waiter, seeing: sum, isWarranted, critical)
      final = self.sum(final, adding: traitors, of: waiter.group, approving: !isWarranted)
      final = self.sum(
        final, adding: waiter.count - traitors, of: waiter.group, approving: isWarranted)
    }
    return decision(of: final, critical: critical)
  }

  /// How many of those who wait vote against the truth.
  private func traitors(
    among waiter: Waiters, seeing sum: Sum, _ isWarranted: Bool, _ critical: Bool
  ) -> Int {
    func outcome(_ traitors: Int, of voters: Int) -> Decision {
      let wrong = self.sum(sum, adding: traitors, of: waiter.group, approving: !isWarranted)
      let all = self.sum(
        wrong, adding: voters - traitors, of: waiter.group, approving: isWarranted)
      return decision(of: all, critical: critical)
    }
    switch waiter.plan {
    case .eachForItself:
      return outcome(1, of: 1) == outcome(0, of: 1) ? 0 : waiter.count
    case .fewestSuffice:
      let best = outcome(waiter.count, of: waiter.count)
      if best == outcome(0, of: waiter.count) { return 0 }
      // More traitors never bring a better outcome, so the first to bring the worst is found by
      // halving.
      var (without, with) = (0, waiter.count)
      while with - without > 1 {
        let middle = (without + with) / 2
        if outcome(middle, of: waiter.count) == best { with = middle } else { without = middle }
      }
      return with
    }
  }
}
