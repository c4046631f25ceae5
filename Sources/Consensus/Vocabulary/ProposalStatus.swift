/// The status of a proposal; it only changes in the order of this list.
public enum ProposalStatus: String, CaseIterable, Sendable {
  case open
  case decided
  case executed
  case expired
}
