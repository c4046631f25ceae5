import JSON

extension Safeguards {
  /// The keys of safeguards in JSON.
  public static let keys = [
    "quorum", "quorum_unit", "ties", "rule", "tally", "authentication", "weight_cap", "audit",
  ]

  /// Safeguards from JSON, with defaults for what is left out.
  ///
  /// Values of a wrong kind, unknown words and unknown keys are reported through the cursor and give
  /// nil; a weight cap out of range throws.
  public init?(_ cursor: JSONCursor) throws(ConfigurationError) {
    guard let fields = cursor.fields(Self.keys) else { return nil }
    let none = Self.none
    let quorum = fields.value("quorum", none.quorum) { $0.word(as: Quorum.self) }
    let unit = fields.value("quorum_unit", none.quorumUnit) { $0.word(as: QuorumUnit.self) }
    let ties = fields.value("ties", none.ties) { $0.word(as: Ties.self) }
    let rule = fields.value("rule", none.rule) { $0.word(as: Rule.self) }
    let tally = fields.value("tally", none.tally) { $0.word(as: TallyTime.self) }
    let authentication = fields.value("authentication", none.authentication) {
      $0.word(as: Authentication.self)
    }
    let cap = fields.value("weight_cap", none.weightCap) { $0.number().map(\.doubleValue) }
    let audit = fields.value("audit", none.audit) { $0.word(as: Audit.self) }
    guard let quorum, let unit, let ties, let rule, let tally, let authentication, let cap,
      let audit
    else { return nil }
    try self.init(
      quorum: quorum, quorumUnit: unit, ties: ties, rule: rule, tally: tally,
      authentication: authentication, weightCap: cap, audit: audit)
  }
}
