/// Why the protocol refused an operation; its state is unchanged.
///
/// The raw values are the codes in recorded traces.
public enum Refusal: String, CodedError, CaseIterable, Sendable {
  case unknownProposal = "unknown_proposal"
  case unknownVoter = "unknown_voter"
  case notOpen = "not_open"
  /// The proposal has expired; the attempt has set its status to expired.
  case expired
  case alreadyVoted = "already_voted"
  case proposalLimit = "proposal_limit"
  case notAuthentic = "not_authentic"

  /// The code in recorded traces.
  public var code: String { rawValue }
}

extension Refusal: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .unknownProposal: "the proposal is unknown"
    case .unknownVoter: "the voter is unknown"
    case .notOpen: "the proposal is no longer open"
    case .expired: "the proposal has expired"
    case .alreadyVoted: "the voter has already voted on the proposal, and votes may not be changed"
    case .proposalLimit: "the proposer already has as many open proposals as are allowed"
    case .notAuthentic: "the authentication code is missing or wrong"
    }
  }
}
