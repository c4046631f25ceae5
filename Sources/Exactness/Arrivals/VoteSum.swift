import Consensus

/// The votes that a ballot box has counted, by their numbers and units of weight.
struct VoteSum: Hashable {
  /// The votes of one kind.
  struct Part: Hashable {
    /// The number of votes.
    var heads = 0
    /// Their weight in units.
    var units = 0
  }

  /// The approvals.
  var approve = Part()
  /// The rejections.
  var reject = Part()
  /// The abstentions that count as heard.
  var abstain = Part()

  /// Adds equal votes of some voters of the same weight.
  mutating func add(_ value: VoteValue, units: Int, times count: Int = 1) {
    let votes = Part(heads: count, units: count * units)
    switch value {
    case .approve: approve.add(votes)
    case .reject: reject.add(votes)
    case .abstain: abstain.add(votes)
    }
  }

  /// Changes votes of some voters of the same weight into the opposite.
  mutating func move(_ count: Int, units: Int, approving isApproval: Bool) {
    add(isApproval ? .approve : .reject, units: units, times: count)
    add(isApproval ? .reject : .approve, units: units, times: -count)
  }

  /// Adds other votes.
  mutating func add(_ other: VoteSum) {
    approve.add(other.approve)
    reject.add(other.reject)
    abstain.add(other.abstain)
  }

  /// The number of voters who have voted.
  var heard: Int { approve.heads + reject.heads + abstain.heads }

  /// The number of approvals and rejections.
  var participants: Int { approve.heads + reject.heads }
}

extension VoteSum.Part {
  fileprivate mutating func add(_ other: VoteSum.Part) {
    heads += other.heads
    units += other.units
  }
}
