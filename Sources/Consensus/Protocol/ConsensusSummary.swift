/// The state of a protocol in a dozen numbers.
public struct ConsensusSummary: Sendable, Equatable {
  /// The number of voters.
  public let voterCount: Int
  /// The most faulty voters that the protocol claims to survive.
  public let maxByzantineFaults: Int
  /// The quorum of a Byzantine agreement among so many.
  public let bftQuorum: Int
  /// All proposals.
  public let totalProposals: Int
  /// The proposals that can still be voted on.
  public let open: Int
  /// The decided proposals that were approved.
  public let approved: Int
  /// The decided proposals that were not: rejected, or without a quorum.
  public let rejected: Int
  /// The approved proposals that were carried out.
  public let executed: Int
  /// The proposals that ended undecided.
  public let expired: Int
  /// The length of the audit log.
  public let auditEntries: Int
  /// Whether the audit log is intact.
  public let isAuditChainValid: Bool
  /// The voters who almost always agree; nil where there are too many such groups to list.
  public let votingBlocs: [[String]]?

  /// The summary as lines for people to read.
  ///
  /// Numbers stand in one column as wide as the longest of them, names at the ends of lines, where
  /// their length displaces nothing.
  public func render() -> String {
    let rows: [(label: String, value: String)] = [
      ("Voters", "\(voterCount)"),
      ("Byzantine faults claimed survivable", "\(maxByzantineFaults)"),
      ("Byzantine quorum", "\(bftQuorum)"),
      ("Proposals", "\(totalProposals)"),
      ("  open", "\(open)"),
      ("  approved", "\(approved)"),
      ("  rejected or without quorum", "\(rejected)"),
      ("  executed", "\(executed)"),
      ("  expired", "\(expired)"),
      ("Audit entries", "\(auditEntries)"),
      ("Audit chain", isAuditChainValid ? "valid" : "BROKEN"),
    ]
    let labelWidth = rows.map(\.label.count).max() ?? 0
    let valueWidth = rows.map(\.value.count).max() ?? 0
    let title = "Agent consensus protocol"
    var lines = [title, String(repeating: "─", count: labelWidth + 2 + valueWidth)]
    for (label, value) in rows {
      let gap = labelWidth - label.count + 2 + valueWidth - value.count
      lines.append(label + String(repeating: " ", count: gap) + value)
    }
    if let votingBlocs {
      if !votingBlocs.isEmpty { lines.append("Voting blocs detected") }
      for bloc in votingBlocs { lines.append("  " + bloc.joined(separator: ", ")) }
    } else {
      lines.append("Voting blocs: too many to list")
    }
    return lines.joined(separator: "\n")
  }
}
