import Text

/// The well-known actions; proposals may have others, which are not critical.
public enum ProposalAction: String, CaseIterable, Sendable {
  case quarantine
  case terminate
  case escalate
  case release
  case restrict

  /// Whether the action needs the supermajority.
  public var isCritical: Bool { self == .terminate || self == .escalate }

  /// Whether the action with this name needs the supermajority.
  public static func isCritical(_ name: String) -> Bool {
    allCases.contains { $0.isCritical && $0.rawValue.hasSameCodePoints(as: name) }
  }
}
