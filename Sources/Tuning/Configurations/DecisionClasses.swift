import Consensus

/// Tells settings apart by what they decide: equal decisions have equal numbers.
struct DecisionClasses {
  private var numbers: [[UInt8]: Int] = [:]

  /// The number of what is decided on each count.
  mutating func number(of decisions: [Decision]) -> Int {
    number(
      decisions.map { decision in
        switch decision {
        case .approved: 0
        case .rejected: 1
        case .noQuorum: 2
        case .pending: 3
        }
      })
  }

  /// The number of which counts are a quorum.
  mutating func number(ofQuorums quorums: [Bool]) -> Int {
    number(quorums.map { $0 ? 4 : 5 })
  }

  private mutating func number(_ key: [UInt8]) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = numbers.count
    return numbers.count - 1
  }
}
