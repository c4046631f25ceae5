/// What a tally answers.
public enum Decision: String, CaseIterable, Sendable {
  case approved
  case rejected
  /// Too few took part, or none of the two sides has what the rules ask for; final.
  case noQuorum = "no_quorum"
  /// The votes still missing could change the outcome; the proposal stays open.
  case pending
}
