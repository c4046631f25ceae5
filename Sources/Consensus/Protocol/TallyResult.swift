import JSON

/// The result of a tally, with weights and threshold rounded to four decimals.
public struct TallyResult: Sendable, Equatable {
  /// The id of the proposal.
  public let proposal: String
  /// The decision.
  public let decision: Decision
  /// The number of approvals.
  public let approveCount: Int
  /// The number of rejections.
  public let rejectCount: Int
  /// The number of abstentions.
  public let abstainCount: Int
  /// The number of all voters.
  public let totalVoters: Int
  /// The number of approve and reject votes that a decision needs.
  public let quorumRequired: Int
  /// Whether there was a quorum.
  public let quorumMet: Bool
  /// The weight of the approvals.
  public let approveWeight: Double
  /// The weight of the rejections.
  public let rejectWeight: Double
  /// The weights of the approvals and the rejections if doubles cannot hold them.
  let exactWeights: ExactBallotWeights?
  /// The share of the weight of the votes that had to approve.
  public let thresholdUsed: Double
  /// Whether the action needs the supermajority.
  public let isCritical: Bool
  /// Whether the audit log was valid at the tally.
  public let isHashChainValid: Bool

  init(
    proposal: String, outcome: TallyOutcome, isCritical: Bool, rules: VotingRules,
    isHashChainValid: Bool
  ) {
    self.proposal = proposal
    decision = outcome.decision
    approveCount = outcome.count.approve
    rejectCount = outcome.count.reject
    abstainCount = outcome.count.abstain
    totalVoters = rules.voterCount
    quorumRequired = rules.quorumRequired
    quorumMet = outcome.quorumMet
    approveWeight = outcome.count.approveWeight.roundedToFourDecimals
    rejectWeight = outcome.count.rejectWeight.roundedToFourDecimals
    exactWeights = outcome.exactWeights
    thresholdUsed = outcome.threshold.roundedToFourDecimals
    self.isCritical = isCritical
    self.isHashChainValid = isHashChainValid
  }

  /// The weight of the approvals, with all digits.
  package var approveWeightNumber: JSONNumber { Self.number(exactWeights?.approve, approveWeight) }

  /// The weight of the rejections, with all digits.
  package var rejectWeightNumber: JSONNumber { Self.number(exactWeights?.reject, rejectWeight) }

  private static func number(_ whole: Int128?, _ rounded: Double) -> JSONNumber {
    guard let whole else { return .double(rounded) }
    return Int(exactly: whole).map { .integer($0) } ?? .bigInteger(String(whole))
  }

  /// Whether the proposal was approved.
  public var isApproved: Bool { decision == .approved }

  /// The share of all voters who approved or rejected.
  public var participationRate: Double {
    Double(approveCount + rejectCount) / Double(totalVoters)
  }
}

extension Double {
  /// The nearest multiple of 1 ÷ 10,000 to the exact value, ties to even, as Python's `round(x, 4)`.
  var roundedToFourDecimals: Double {
    // From 2^39 on neighbouring doubles are further apart than that, so rounding changes nothing.
    guard isFinite && magnitude < 0x1p39 && magnitude != 0 else { return self }
    // The value is m · 2^-shift, exactly, with m < 2^53; in 128 bits m · 10,000 is exact as well.
    let shift = 52 - Int(exponent)
    guard shift <= 120 else { return 0 }
    let scaled = UInt128(significandBitPattern | (1 << 52)) * 10_000
    let whole = scaled >> UInt128(shift)
    let rest = scaled & ((1 << UInt128(shift)) - 1)
    let half = (1 as UInt128) << UInt128(shift - 1)
    let isUp = rest > half || (rest == half && whole & 1 == 1)
    let quotient = Double(whole + (isUp ? 1 : 0)) / 10_000
    return sign == .minus ? -quotient : quotient
  }
}
