extension RuleSettings {
  /// Whether they differ from others only in what is decided on a count of votes, and not in which
  /// votes are counted, or when.
  package func differsOnlyInDecisions(from other: RuleSettings) -> Bool {
    RuleField.all.allSatisfy { field in
      Self.fieldsOfDecisions.contains(field.key) || field.value(in: self) == field.value(in: other)
    }
  }

  private static let fieldsOfDecisions = [
    "quorum_fraction", "majority_threshold", "supermajority_threshold", "quorum", "ties", "rule",
  ]
}
