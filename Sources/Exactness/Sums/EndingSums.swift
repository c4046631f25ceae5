import Consensus

/// The probability of each outcome of a proposal, summed over all tables of votes: one for each
/// number of voters who wait for the last moment.
struct EndingSums<Table: TallyDistribution> {
  private let groups: [StochasticGroup]
  private let isWarranted: Bool
  /// What each of the rules decides, for each answer.
  private let decisions: [(Table.Sum) -> Decision]
  private var sums: [EndingChances]

  /// The sums for some groups, which are added to an empty table in their order.
  init(
    _ table: Table, adding groups: [StochasticGroup], inOrder order: [Int],
    warranted isWarranted: Bool, deciding decisions: [(Table.Sum) -> Decision]
  ) {
    self.groups = groups
    self.isWarranted = isWarranted
    self.decisions = decisions
    sums = Array(repeating: EndingChances(), count: decisions.count)
    add(table, order[...], [], 1)
  }

  /// The outcome probabilities under each of the rules.
  var endings: [EndingChances] { sums.map(\.normalized) }

  /// Adds the remaining groups to a table, and its outcomes to the sums.
  private mutating func add(
    _ table: Table, _ order: ArraySlice<Int>, _ lastMovers: [LastMovers], _ probability: Double
  ) {
    var (table, order) = (table, order)
    while let index = order.first, !groups[index].mayWait {
      table.add(index, groups[index])
      order.removeFirst()
    }
    guard let index = order.popFirst() else {
      addEndings(of: table, lastMovers, probability)
      return
    }
    let group = groups[index]
    for alike in group.componentsByChances {
      // From the most who wait to the fewest, so that each table extends the one before.
      var (grown, voters) = (table, 0)
      for component in alike.sorted(by: { $0.waiting > $1.waiting }) {
        grown.add(group.count - component.waiting - voters, of: index, component.chances)
        voters = group.count - component.waiting
        let late = LastMovers(group: index, count: component.waiting, plan: group.lastMove)
        add(
          grown, order, component.waiting > 0 ? lastMovers + [late] : lastMovers,
          probability * component.probability)
      }
    }
  }

  private mutating func addEndings(
    of table: Table, _ lastMovers: [LastMovers], _ probability: Double
  ) {
    for (place, decide) in decisions.enumerated() {
      let judged = JudgedTable(table: table, decide: decide)
      var chances = EndingChances()
      table.forEachSum { sum, chance in
        chances.add(chance, to: judged.decision(after: sum, lastMovers, warranted: isWarranted))
      }
      sums[place].add(chances, times: probability)
    }
  }
}

extension StochasticGroup {
  /// The components in which those who do not wait have the same probabilities.
  fileprivate var componentsByChances: [[MixtureComponent]] {
    var alike: [[MixtureComponent]] = []
    for component in components {
      if let place = alike.firstIndex(where: { $0[0].chances == component.chances }) {
        alike[place].append(component)
      } else {
        alike.append([component])
      }
    }
    return alike
  }
}
