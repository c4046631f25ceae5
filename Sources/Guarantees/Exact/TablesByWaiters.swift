import Consensus

/// The votes of all who do not wait for the last moment, apart for each number of those who do.
struct TablesByWaiters<Table: VoteTable> {
  /// The votes seen by some voters who wait.
  struct Entry {
    var waiters: [Waiters] = []
    var table: Table
  }

  /// The tables, with probabilities that add up to 1 over all of them.
  private(set) var tables: [Entry]

  /// The votes of some groups, added in an order to a table for no votes.
  init(_ table: Table, adding groups: [ChanceGroup], inOrder order: [Int]) {
    tables = [Entry(table: table)]
    for index in order { add(groups[index], index) }
  }

  private mutating func add(_ group: ChanceGroup, _ index: Int) {
    let numbers = Set(group.moods.map(\.waiting)).sorted()
    if numbers == [0] {
      for place in tables.indices {
        tables[place].table.add(index, count: group.count, moods: group.moods)
      }
      return
    }
    tables = tables.flatMap { entry in
      numbers.map { number in
        var entry = entry
        entry.table.add(
          index, count: group.count, moods: group.moods.filter { $0.waiting == number })
        if number > 0 {
          entry.waiters.append(Waiters(group: index, count: number, plan: group.lastWord))
        }
        return entry
      }
    }
  }

  /// How likely each ending is.
  func endings(warranted isWarranted: Bool, critical: Bool) -> EndingChances {
    var endings = EndingChances()
    for entry in tables {
      entry.table.forEachSum { sum, probability in
        let decision = entry.table.decision(
          after: sum, entry.waiters, warranted: isWarranted, critical: critical)
        endings.add(probability, to: decision)
      }
    }
    return endings.normalized
  }
}

extension TablesByWaiters<LatticeTable> {
  /// The same votes, decided upon by another lens; nil where it adds up something else.
  func seen(through lens: LatticeLens) -> Self? {
    var copy = self
    for place in tables.indices {
      guard let table = tables[place].table.seen(through: lens) else { return nil }
      copy.tables[place].table = table
    }
    return copy
  }
}
