extension RuleSettings {
  /// Whether they differ from others only in what is decided on a count of votes, and not in which
  /// votes are counted, or when.
  package func differsOnlyInDecisions(from other: RuleSettings) -> Bool {
    config.differsOnlyInDecisions(from: other.config)
      && safeguards.differsOnlyInDecisions(from: other.safeguards)
  }
}
