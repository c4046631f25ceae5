import Agents
import Consensus

/// The probability of each count of votes, with weights added vote by vote as the ballot box does.
struct OrderedTallyDistribution: TallyDistribution {
  private let rules: VotingRules
  private let weights: [Double]
  private let rounding: Rounding
  private let troubles = Troubles()
  private var counts: [BallotCount] = [BallotCount()]
  private var probabilities: [Double] = [1]

  /// The largest number of counts.
  private let countsMax: Int

  /// How the sums of the ballot box may differ from those here because of rounding.
  enum Rounding {
    /// Not at all, because nothing is rounded.
    case none
    /// Only in the weight of the votes, which the ballot box adds in the order of the voters.
    case ofPresentWeight
    /// In all sums, because votes come in random order.
    case ofAllWeights
  }

  /// The table without votes.
  init(_ rules: VotingRules, weights: [Double], rounding: Rounding, sumsMax: Int) {
    self.rules = rules
    self.weights = weights
    self.rounding = rounding
    countsMax = sumsMax
  }

  /// Whether this table, or one made from it, had too many counts; then its contents are not valid.
  var isOverfull: Bool { troubles.isOverfull }

  /// Whether rounding in another order might change any decision.
  var hasDoubts: Bool { troubles.hasDoubts }

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
    if counts.count > countsMax { troubles.isOverfull = true }
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

  func decision(of sum: BallotCount, critical: Bool) -> Decision {
    if isDoubtful(sum, critical: critical) { troubles.hasDoubts = true }
    return rules.decide(sum, critical: critical)
  }

  /// Whether a sum is so near to a limit that rounding may decide.
  private func isDoubtful(_ sum: BallotCount, critical: Bool) -> Bool {
    let doubt = Double(rules.voterCount + 8) * 0x1p-52
    func isNear(_ share: Double, _ limit: Double) -> Bool {
      (share - limit).magnitude <= doubt * limit
    }
    if rounding == .none { return false }
    if rules.safeguards.quorumUnit == .weight
      && isNear(sum.presentWeight / rules.totalWeight, rules.config.quorumFraction)
    {
      return true
    }
    if rounding == .ofPresentWeight || !rules.isQuorate(sum) { return false }
    // The weight of a side without votes is 0 in any order.
    if sum.approve == 0 || sum.reject == 0 { return false }
    let share = sum.approveWeight / (sum.approveWeight + sum.rejectWeight)
    return isNear(share, rules.threshold(critical: critical))
  }
}

/// What makes a result invalid; shared by all copies of a table.
private final class Troubles {
  var isOverfull = false
  var hasDoubts = false
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
