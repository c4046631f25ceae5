import Consensus

extension Attack {
  /// Whether the protocol, given the votes of an attack, decides as the attack says, and different
  /// honest voters own the replicas.
  ///
  /// - Complexity: O(*n*).
  public func succeeds(under rules: VotingRules, critical: Bool) -> Bool {
    let owners = views.compactMap(\.owner)
    return Set(owners).isDisjoint(with: faulty) && Set(owners).count == owners.count
      && views.allSatisfy { $0.decision == $0.replayed(under: rules, critical: critical) }
  }
}

extension Attack.View {
  /// The decision of the protocol on the votes.
  func replayed(under rules: VotingRules, critical: Bool) -> Decision? {
    var box = BallotBox(rules: rules)
    do throws(Refusal) {
      let proposal = try box.proposeForAttack(critical: critical)
      for arrival in arrivals {
        try box.vote(arrival.value, by: arrival.voter, on: proposal, at: .voting)
      }
      return try box.tally(proposal, at: moment == .early ? .voting : .deadline).decision
    } catch {
      return nil
    }
  }
}

extension BallotBox {
  /// Opens a proposal, which has a deadline if only the deadline may decide.
  mutating func proposeForAttack(critical: Bool) throws(Refusal) -> Int {
    try propose(
      by: 0, critical: critical,
      deadline: rules.safeguards.tally == .decisive ? .deadline : nil)
  }
}

extension Instant {
  /// A moment before the deadline.
  static let voting = Instant(rank: 1)
  /// The deadline.
  static let deadline = Instant(rank: 2)
}
