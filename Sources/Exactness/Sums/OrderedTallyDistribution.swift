import Agents
import Consensus

/// The probability of each count of votes, with weights added vote by vote as the ballot box does.
struct OrderedTallyDistribution: TallyDistribution {
  private let weights: [Double]
  private let overflow = Overflow()
  private var counts: [BallotCount] = [BallotCount()]
  private var probabilities: [Double] = [1]

  /// The largest number of counts.
  private let countsMax: Int

  /// The table without votes.
  init(weights: [Double], sumsMax: Int) {
    self.weights = weights
    countsMax = sumsMax
  }

  /// Whether this table, or one made from it, had too many counts; then its contents are not valid.
  var isOverfull: Bool { overflow.isThere }

  mutating func add(_ voters: Int, of group: Int, _ chances: VoteChances) {
    for _ in 0..<voters where !isOverfull {
      var collector = Collector()
      for (count, probability) in zip(counts, probabilities) {
        collector.add(count, probability * chances.silent)
        collector.add(
          sum(count, adding: 1, of: group, approving: true), probability * chances.approve)
        collector.add(
          sum(count, adding: 1, of: group, approving: false), probability * chances.reject)
        if collector.counts.count > countsMax { break }
      }
      take(collector)
    }
  }

  mutating func scale(by probability: Double) {
    for index in probabilities.indices { probabilities[index] *= probability }
  }

  mutating func merge(_ other: OrderedTallyDistribution) {
    var collector = Collector()
    for table in [self, other] {
      for (count, probability) in zip(table.counts, table.probabilities) {
        collector.add(count, probability)
      }
    }
    take(collector)
  }

  private mutating func take(_ collector: Collector) {
    (counts, probabilities) = (collector.counts, collector.probabilities)
    if counts.count > countsMax { overflow.isThere = true }
  }

  func forEachSum(_ body: (BallotCount, Double) -> Void) {
    for (count, probability) in zip(counts, probabilities) { body(count, probability) }
  }

  func sum(
    _ sum: BallotCount, adding voters: Int, of group: Int, approving: Bool
  ) -> BallotCount {
    var count = sum
    for _ in 0..<voters { count.add(weights[group], approving: approving) }
    return count
  }
}

/// Whether there were too many counts; shared by all copies of a table.
private final class Overflow {
  var isThere = false
}

/// Counts with their probabilities, without duplicates, in the order of their first insertion.
private struct Collector {
  private(set) var counts: [BallotCount] = []
  private(set) var probabilities: [Double] = []
  private var places: [BallotCount: Int] = [:]

  mutating func add(_ count: BallotCount, _ probability: Double) {
    if probability == 0 { return }
    if let place = places[count] {
      probabilities[place] += probability
    } else {
      places[count] = counts.count
      counts.append(count)
      probabilities.append(probability)
    }
  }
}

extension BallotCount {
  /// Adds a vote that approves or rejects.
  mutating func add(_ weight: Double, approving: Bool) {
    if approving {
      approve += 1
      approveWeight += weight
    } else {
      reject += 1
      rejectWeight += weight
    }
    presentWeight += weight
  }
}
