/// The weights of votes whose sums are whole numbers beyond 2^53, which doubles would round.
struct ExactBallotWeights: Sendable, Equatable {
  /// The weight of the approvals.
  var approve: Int128 = 0
  /// The weight of the rejections.
  var reject: Int128 = 0

  mutating func add(_ value: VoteValue, weight: Int) {
    switch value {
    case .approve: approve += Int128(weight)
    case .reject: reject += Int128(weight)
    case .abstain: break
    }
  }

  /// The double that is nearest to the share of the weight that approves, as in Python; not a number
  /// without any weight.
  var approvingShare: Double {
    let all = UInt128(approve + reject)
    if all == 0 { return .nan }
    if reject == 0 { return 1 }
    // The quotient has more than 64 digits then, and a last one that says whether there are more.
    let shift = max(0, UInt128(approve).leadingZeroBitCount - all.leadingZeroBitCount - 1)
    let (quotient, remainder) = all.dividingFullWidth((UInt128(approve) << UInt128(shift), 0))
    return Double(remainder == 0 ? quotient : quotient | 1)
      * Double(sign: .plus, exponent: -128 - shift, significand: 1)
  }
}
