import Agents
import Consensus

/// How likely each count of votes is, its weights added up vote by vote as the ballot box does.
struct OrderedTallyDistribution: TallyDistribution {
  private let rules: VotingRules
  private let weights: [Double]
  private let rounding: Rounding
  private let troubles = Troubles()
  private var counts: [BallotCount] = [BallotCount()]
  private var probabilities: [Double] = [1]

  /// The most counts that the table may have.
  private let countsMax: Int

  /// How far the sums of the ballot box may be other doubles than those here.
  enum Rounding {
    /// Not at all: nothing is ever rounded.
    case none
    /// Only in the weight present, which the ballot box adds up in the order of the voters.
    case ofPresentWeight
    /// In all sums, because votes come in an order left to chance.
    case ofAllWeights
  }

  /// The table for no votes.
  init(_ rules: VotingRules, weights: [Double], rounding: Rounding, sumsMax: Int) {
    self.rules = rules
    self.weights = weights
    self.rounding = rounding
    countsMax = sumsMax
  }

  /// Whether this table or one made of it had more counts than there is room for; then nothing here
  /// means anything.
  var isOverfull: Bool { troubles.isOverfull }

  /// Whether anything was decided that rounding in another order might decide otherwise.
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

  /// Whether a sum lies so near to a limit that rounding may decide.
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
    // A side without any votes weighs nothing in any order.
    if sum.approve == 0 || sum.reject == 0 { return false }
    let share = sum.approveWeight / (sum.approveWeight + sum.rejectWeight)
    return isNear(share, rules.threshold(critical: critical))
  }
}

/// What makes a result worthless; shared by all copies of a table.
private final class Troubles {
  var isOverfull = false
  var hasDoubts = false
}

/// Counts with their probabilities, equal ones put together, in the order of their first coming.
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
