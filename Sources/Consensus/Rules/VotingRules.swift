// The only implementation of the voting rules: the named protocol, the simulator and the exhaustive
// exploration all decide through this type.

/// The voting rules of an electorate, which decide on the count of votes.
public struct VotingRules: Sendable {
  /// The configuration.
  public let config: ConsensusConfig
  /// The active safeguards.
  public let safeguards: Safeguards
  /// The effective weight of each voter, after any cap.
  public let weights: [Double]
  /// The sum of all weights.
  public let totalWeight: Double
  /// The number of approve and reject votes that a decision needs.
  public let quorumRequired: Int
  /// The weights if they are whole numbers whose sums doubles cannot hold.
  private(set) var wholeWeights: [Int]?

  /// The rules for voters with positive, finite weights.
  public init(
    weights: [Double], config: ConsensusConfig = .standard, safeguards: Safeguards = .none
  ) {
    self.init(weights: weights, config: config, safeguards: safeguards, wholeWeights: [])
  }

  /// The rules of voters whose weights were given as whole numbers; of the others there are none in
  /// `wholeWeights`.
  init(
    weights: [Double], config: ConsensusConfig, safeguards: Safeguards, wholeWeights: [Int]
  ) {
    precondition(!weights.isEmpty, "an electorate has at least one voter")
    precondition(weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights are positive and finite")
    self.init(
      effectiveWeights: capped(weights, share: safeguards.weightCap), config: config,
      safeguards: safeguards)
    // Up to 2^53 sums of doubles are exact, too. Safeguards that look at sums are not in Python.
    if wholeWeights.count == weights.count && totalWeight >= 0x1p53 && safeguards.tally == .anytime
      && safeguards.quorumUnit == .voters && safeguards.weightCap == nil
    {
      self.wholeWeights = wholeWeights
    }
  }

  private init(effectiveWeights: [Double], config: ConsensusConfig, safeguards: Safeguards) {
    self.config = config
    self.safeguards = safeguards
    weights = effectiveWeights
    totalWeight = weights.reduce(0, +)

    let voters = weights.count
    let byFraction =
      switch safeguards.quorumUnit {
      case .voters: Int((Double(voters) * config.quorumFraction).rounded(.up))
      case .weight: 1
      }
    let byFaults =
      switch safeguards.quorum {
      case .fraction: 1
      case .bft: Self.bftQuorum(voters: voters)
      }
    quorumRequired = max(1, byFraction, byFaults)
  }

  /// The rules of the electorate in which some voters are one, the last, with the weight of the
  /// heaviest of them.
  package func joining(_ members: [Int]) -> VotingRules {
    precondition(!members.isEmpty, "somebody joins")
    let others = weights.indices.filter { !members.contains($0) }
    return VotingRules(
      effectiveWeights: others.map { weights[$0] }
        + [members.map { weights[$0] }.reduce(0, max)],
      config: config, safeguards: safeguards)
  }

  /// The most faulty voters that Byzantine agreement can survive: ⌊(n − 1) ÷ 3⌋.
  public static func maxByzantineFaults(voters: Int) -> Int { (voters - 1) / 3 }

  /// The quorum of a Byzantine agreement: 2f + 1.
  public static func bftQuorum(voters: Int) -> Int { 2 * maxByzantineFaults(voters: voters) + 1 }

  /// The number of voters.
  public var voterCount: Int { weights.count }

  /// Whether all weights are equal.
  public var hasEqualWeights: Bool { weights.allSatisfy { $0 == weights[0] } }

  /// The equal votes that a certificate needs: more than (n + f) ÷ 2.
  public var certificateSize: Int {
    (voterCount + Self.maxByzantineFaults(voters: voterCount)) / 2 + 1
  }

  /// The share of the weight of the votes that approves an action.
  public func threshold(critical: Bool) -> Double {
    critical ? config.supermajorityThreshold : config.majorityThreshold
  }

  /// Whether enough voters have approved or rejected for a decision.
  public func isQuorate(_ count: BallotCount) -> Bool {
    guard count.participants >= quorumRequired else { return false }
    switch safeguards.quorumUnit {
    case .voters: return true
    case .weight: return count.presentWeight / totalWeight >= config.quorumFraction
    }
  }

  /// What a final tally decides on a count; never `pending`.
  public func decide(_ count: BallotCount, critical: Bool) -> Decision {
    decide(count, critical: critical, share: count.approvingShare)
  }

  /// What a final tally decides on a count of which this share of the weight approves.
  func decide(_ count: BallotCount, critical: Bool, share: Double) -> Decision {
    guard isQuorate(count) else { return .noQuorum }
    switch safeguards.rule {
    case .ratio:
      return reachesThreshold(share, critical: critical) ? .approved : .rejected
    case .certificate:
      if count.approve >= certificateSize
        && (!critical || reachesThreshold(share, critical: true))
      {
        return .approved
      }
      return count.reject >= certificateSize ? .rejected : .noQuorum
    }
  }

  /// What a final tally decides on the votes of all voters, in their order; nil for no vote.
  package func decide(_ votes: [VoteValue?], critical: Bool) -> Decision {
    precondition(votes.count == voterCount, "every voter has a vote or none")
    var count = BallotCount()
    for (vote, weight) in zip(votes, weights) {
      guard let vote else { continue }
      count.add(vote, weight: weight)
      if vote.isParticipation { count.presentWeight += weight }
    }
    return decide(count, critical: critical)
  }

  private func reachesThreshold(_ share: Double, critical: Bool) -> Bool {
    switch safeguards.ties {
    case .approve: return share >= threshold(critical: critical)
    case .reject: return share > threshold(critical: critical)
    }
  }
}
