import Consensus

/// One safeguard that can be turned on.
public enum Repair: Hashable, Sendable {
  case bftQuorum
  case ruleCertificate
  case tallyDecisive
  case tiesReject
  /// No voter counts for more than an equal share.
  case weightCap(Double)

  /// The key of the safeguard, as scenarios spell it.
  public var key: String {
    switch self {
    case .bftQuorum: "quorum"
    case .ruleCertificate: "rule"
    case .tallyDecisive: "tally"
    case .tiesReject: "ties"
    case .weightCap: "weight_cap"
    }
  }

  /// The repairs that change something.
  static func available(for question: GuaranteeQuestion) -> [Repair] {
    let safeguards = question.rules.safeguards
    var repairs: [Repair] = []
    if safeguards.quorum != .bft { repairs.append(.bftQuorum) }
    if safeguards.tally != .decisive { repairs.append(.tallyDecisive) }
    if safeguards.rule != .certificate { repairs.append(.ruleCertificate) }
    if safeguards.ties != .reject { repairs.append(.tiesReject) }
    if !question.isOfEqualVoters { repairs.append(.weightCap(1 / Double(question.voterCount))) }
    return repairs
  }
}

extension Safeguards {
  /// The safeguards with some repairs made.
  func repaired(by repairs: [Repair]) -> Safeguards {
    var cap = weightCap
    for case .weightCap(let share) in repairs { cap = share }
    let repaired = try? Safeguards(
      quorum: repairs.contains(.bftQuorum) ? .bft : quorum, quorumUnit: quorumUnit,
      ties: repairs.contains(.tiesReject) ? .reject : ties,
      rule: repairs.contains(.ruleCertificate) ? .certificate : rule,
      tally: repairs.contains(.tallyDecisive) ? .decisive : tally,
      authentication: authentication, weightCap: cap, audit: audit)
    return repaired ?? self
  }
}
