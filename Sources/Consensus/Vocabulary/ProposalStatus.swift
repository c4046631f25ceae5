/// Where a proposal is in its life; it only ever moves down this list.
public enum ProposalStatus: String, CaseIterable, Sendable {
  case open
  case decided
  case executed
  case expired
}
