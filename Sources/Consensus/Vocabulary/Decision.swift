/// The decision of a tally.
public enum Decision: String, CaseIterable, Sendable {
  case approved
  case rejected
  /// There is no quorum, or neither side has what the rules require; this is final.
  case noQuorum = "no_quorum"
  /// Missing votes could still change the outcome, so the proposal stays open.
  case pending
}
