/// The state of a protocol in numbers.
public struct ConsensusSummary: Sendable, Equatable {
  /// The number of voters.
  public let voterCount: Int
  /// The number of faulty voters that the protocol claims to survive.
  public let maxByzantineFaults: Int
  /// The quorum of Byzantine agreement, 2f + 1.
  public let bftQuorum: Int
  /// The number of all proposals.
  public let totalProposals: Int
  /// The number of open proposals.
  public let open: Int
  /// The number of decided proposals that were approved.
  public let approved: Int
  /// The number of decided proposals that were not approved: rejected, or without a quorum.
  public let rejected: Int
  /// The number of executed proposals.
  public let executed: Int
  /// The number of proposals that expired undecided.
  public let expired: Int
  /// The length of the audit log.
  public let auditEntries: Int
  /// Whether the audit log is intact.
  public let isAuditChainValid: Bool
  /// Groups of voters who almost always agree; nil if there are too many to list.
  public let votingBlocs: [[String]]?

  /// The summary as text for people.
  ///
  /// Numbers are right-aligned in a column as wide as the longest; names are at the ends of lines.
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
