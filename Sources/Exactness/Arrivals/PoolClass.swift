import Consensus

/// Voters of a pool whose votes weigh the same, and the numbers of their votes that may have
/// arrived.
///
/// The possible numbers are themselves numbered, so that more votes have a higher number.
struct PoolClass {
  /// The number of voters.
  let voterCount: Int
  /// The units of weight of each.
  let units: Int
  /// The kinds of votes that are counted.
  let kinds: [VoteValue]
  /// The victim who is its only voter; nil if it has none.
  let victim: Int?
  /// The numbers of votes that may have arrived.
  private(set) var states: [VoteNumbers] = []
  /// For each kind, the state with one more such vote; -1 if there is none.
  private(set) var next: [[Int]] = []
  /// The first state with each total.
  private var starts: [Int] = []

  /// How many voters have approved, rejected and abstained.
  struct VoteNumbers {
    var approve = 0
    var reject = 0
    var abstain = 0

    var total: Int { approve + reject + abstain }

    func number(of kind: VoteValue) -> Int {
      switch kind {
      case .approve: approve
      case .reject: reject
      case .abstain: abstain
      }
    }
  }

  /// Some voters, whose abstentions may make a difference.
  init(voterCount: Int, units: Int, victim: Int? = nil, countsAbstentions: Bool) {
    self.voterCount = voterCount
    self.units = units
    self.victim = victim
    kinds = countsAbstentions ? [.approve, .reject, .abstain] : [.approve, .reject]
    for total in 0...voterCount {
      starts.append(states.count)
      for abstain in 0...(countsAbstentions ? total : 0) {
        for approve in 0...total - abstain {
          states.append(
            VoteNumbers(approve: approve, reject: total - abstain - approve, abstain: abstain))
        }
      }
    }
    starts.append(states.count)
    next = kinds.map { kind in states.map { state(after: $0, with: kind) } }
  }

  /// The number of states of so many voters, without making them.
  static func stateCount(voterCount: Int, countsAbstentions: Bool) -> Double {
    let count = Double(voterCount)
    let pairs = (count + 1) * (count + 2) / 2
    return countsAbstentions ? pairs * (count + 3) / 3 : pairs
  }

  private func state(after numbers: VoteNumbers, with kind: VoteValue) -> Int {
    if numbers.total == voterCount { return -1 }
    let total = numbers.total + 1
    let (approve, abstain) = (
      numbers.approve + (kind == .approve ? 1 : 0), numbers.abstain + (kind == .abstain ? 1 : 0)
    )
    // Before those with this many abstentions come those with fewer, each with one more approval.
    let before = abstain * (total + 1) - abstain * (abstain - 1) / 2
    return starts[total] + before + approve
  }

  // MARK: Probabilities

  /// Nobody has voted.
  var nobody: [Double] {
    var chances = Array(repeating: 0.0, count: states.count)
    chances[0] = 1
    return chances
  }

  /// The probability of each state after some more voters, of whom there are so many already.
  ///
  /// - Complexity: O(1) for each state where there are none yet, otherwise for each voter and state.
  func adding(
    _ count: Int, _ chances: HeardChances, to table: [Double], of earlier: Int
  ) -> [Double] {
    if earlier == 0 { return votes(of: count, chances) }
    var table = table
    // If every vote is heard, only the states with all votes so far have a probability.
    var least = table.firstIndex { $0 > 0 }.map { states[$0].total } ?? 0
    for voter in 0..<count {
      let most = min(voterCount - 1, earlier + voter)
      for state in (starts[least]..<starts[most + 1]).reversed() where table[state] > 0 {
        let chance = table[state]
        table[state] = chance * chances.missing
        for (place, kind) in kinds.enumerated() {
          table[next[place][state]] += chance * chances.chance(of: kind)
        }
      }
      if chances.missing == 0 { least += 1 }
    }
    return table
  }

  /// The probability of each state after the votes of some voters and nobody else.
  private func votes(of count: Int, _ chances: HeardChances) -> [Double] {
    let given = chances.approve + chances.reject
    var table = nobody
    var state = 0
    let totals = binomial(count, given + chances.abstain, or: chances.missing)
    for (total, chanceOfTotal) in totals.enumerated() {
      let abstentions =
        kinds.contains(.abstain) ? binomial(total, chances.abstain, or: given) : [1]
      for (abstain, chanceOfAbstentions) in abstentions.enumerated() {
        for chance in binomial(total - abstain, chances.approve, or: chances.reject) {
          table[state] = chanceOfTotal * chanceOfAbstentions * chance
          state += 1
        }
      }
    }
    return table
  }
}

/// The probabilities that a vote arrives in time, and of which kind it is.
///
/// All are stored: computed as 1 minus the others, a small one would lose its digits.
struct HeardChances: Hashable {
  var approve = 0.0
  var reject = 0.0
  /// An abstention that counts as heard.
  var abstain = 0.0
  /// No vote, or one that does not count as heard.
  var missing = 0.0

  func chance(of kind: VoteValue) -> Double {
    switch kind {
    case .approve: approve
    case .reject: reject
    case .abstain: abstain
    }
  }
}
