import Agents
import Consensus

/// The probability of each tally of the voters added so far.
protocol TallyDistribution: VoteAdding {
  /// Adds independent voters of a group.
  mutating func add(_ voters: Int, of group: Int, _ chances: VoteChances)

  /// Multiplies all probabilities by a factor.
  mutating func scale(by probability: Double)

  /// Adds the probabilities of another table for the same voters.
  mutating func merge(_ other: Self)

  /// Calls `body` for all possible tallies, always in the same order.
  func forEachSum(_ body: (Sum, Double) -> Void)
}

/// A table of votes with what some rules decide on its sums.
struct JudgedTable<Table: TallyDistribution>: VoteCounting {
  let table: Table
  let decide: (Table.Sum) -> Decision

  func sum(
    _ sum: Table.Sum, adding voters: Int, of group: Int, approving: Bool
  ) -> Table.Sum {
    table.sum(sum, adding: voters, of: group, approving: approving)
  }

  func decision(of sum: Table.Sum) -> Decision { decide(sum) }
}

extension TallyDistribution {
  /// Adds the voters of a group in which nobody waits.
  mutating func add(_ index: Int, _ group: StochasticGroup) {
    guard let last = group.components.last else { return }
    var sum: Self?
    for component in group.components.dropLast() {
      var part = self
      part.add(group.count, of: index, component.chances)
      part.scale(by: component.probability)
      if sum == nil { sum = part } else { sum?.merge(part) }
    }
    add(group.count, of: index, last.chances)
    if last.probability != 1 { scale(by: last.probability) }
    if let sum { merge(sum) }
  }
}
