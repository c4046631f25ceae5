import Consensus
import JSON
import Testing

/// The tables of `ConsensusConfig` and `Safeguards`, seen from outside.
struct SettingFieldTests {
  /// What a field has by default, what it may have besides, and what it may not.
  struct Expected: Sendable {
    let key: String
    let standard: JSONValue
    let allowed: [JSONValue]
    let refused: [JSONValue]

    init(
      _ key: String, _ standard: JSONValue, allowed: [JSONValue], refused: [JSONValue]
    ) {
      self.key = key
      self.standard = standard
      self.allowed = allowed
      self.refused = refused
    }

    static func share(_ key: String, _ standard: JSONValue) -> Expected {
      Expected(
        key, standard, allowed: [JSONValue(Double.leastNonzeroMagnitude), 0.25, 1, 1.0],
        refused: [
          0, 0.0, -0.1, JSONValue(1.0.nextUp), JSONValue(.nan), JSONValue(.infinity), "0.5", true,
          .null,
        ])
    }

    static func word(_ key: String, _ words: String...) -> Expected {
      Expected(
        key, .string(words[0]), allowed: words.map { .string($0) },
        refused: ["", .string(words[0].uppercased()), "none of them", 1, true, .null])
    }
  }

  static let config = [
    Expected.share("quorum_fraction", 0.5), .share("majority_threshold", 0.5),
    .share("supermajority_threshold", JSONValue(2.0 / 3)),
    Expected(
      "default_expiry_seconds", 0, allowed: [-1, 0, 7, 0.5, 1e300],
      refused: [JSONValue(.infinity), JSONValue(.nan), "1", true, .null]),
    Expected("allow_vote_change", false, allowed: [true, false], refused: [0, 1, "true", .null]),
    Expected(
      "max_active_proposals", 10, allowed: [1, 2, JSONValue(Int.max)],
      refused: [0, -1, 1.5, "1", true, .null]),
  ]

  static let safeguards = [
    Expected.word("quorum", "fraction", "bft"), .word("quorum_unit", "voters", "weight"),
    .word("ties", "approve", "reject"), .word("rule", "ratio", "certificate"),
    .word("tally", "anytime", "decisive"), .word("authentication", "none", "hmac"),
    Expected(
      "weight_cap", .null, allowed: [.null, JSONValue(Double.leastNonzeroMagnitude), 0.25, 1],
      refused: [0, -0.1, JSONValue(1.0.nextUp), JSONValue(.nan), "0.5", true]),
    .word("audit", "chained", "anchored"),
  ]

  @Test func everyFieldOfAConfigurationKeepsToItsTable() throws {
    try check(ConsensusConfig.self, Self.config)
  }

  @Test func everySafeguardKeepsToItsTable() throws {
    try check(Safeguards.self, Self.safeguards)
  }

  private func check<Record: SettingsRecord & Equatable>(
    _ type: Record.Type, _ expected: [Expected]
  ) throws {
    #expect(Record.fields.map(\.key) == expected.map(\.key))
    for (field, expected) in zip(Record.fields, expected) {
      #expect(field.value(in: .standard) == expected.standard, "\(field.key)")
      for value in expected.allowed {
        let change = try SettingChange(field, value)
        #expect(change.key == field.key && change.value == value)
        let changed = Record.standard.changed(by: [change])
        #expect(field.value(in: changed) == value, "\(field.key)")
        // No other property is changed, and this one only where the value is another.
        let expectedLabels = value == expected.standard ? [] : [field.key]
        #expect(labels(changed, otherThanIn: Record.standard) == expectedLabels)
        #expect((changed == .standard) == expectedLabels.isEmpty)
      }
      for value in expected.refused {
        let error = #expect(throws: ConfigurationError.self) { try SettingChange(field, value) }
        #expect(error?.code == "invalid_" + field.key, "\(value.text())")
      }
    }
  }

  /// The compiler does not refuse a property without a field; this does.
  @Test func everyPropertyHasItsField() {
    #expect(properties(ConsensusConfig.standard).map(\.key) == ConsensusConfig.fields.map(\.key))
    #expect(properties(Safeguards.none).map(\.key) == Safeguards.fields.map(\.key))
  }

  @Test func everyFieldHasANote() {
    let notes = ConsensusConfig.fields.map(\.note) + Safeguards.fields.map(\.note)
    #expect(notes.allSatisfy { $0.hasSuffix(".") && $0.count > 20 })
  }

  @Test func changesAreMadeInTheirOrder() throws {
    let field = try #require(ConsensusConfig.fields.first { $0.key == "max_active_proposals" })
    let changes = try [SettingChange(field, 3), SettingChange(field, 4)]
    #expect(ConsensusConfig.standard.changed(by: changes).maxActiveProposals == 4)
    #expect(changes[0] != changes[1])
    #expect(try changes[0] == SettingChange(field, 3))
  }

  // MARK: Repairs

  /// Which of equally small sets of safeguards is recommended depends on this order.
  @Test func repairsHaveAnOrder() {
    let ranked = Safeguards.fields.filter { $0.repairRank != nil }
      .sorted { $0.repairRank ?? 0 < $1.repairRank ?? 0 }
    #expect(ranked.map(\.key) == ["quorum", "tally", "rule", "ties", "weight_cap"])
    #expect(ranked.map(\.repairRank) == [1, 2, 3, 4, 5])
    #expect(ConsensusConfig.fields.allSatisfy { $0.repairRank == nil })
  }

  @Test func aRepairIsTheStrongestValue() throws {
    let rules = VotingRules(weights: [2, 1, 1, 1])
    let repairs = Safeguards.fields.compactMap { $0.repair(of: .none, under: rules) }
    #expect(repairs.map(\.key) == ["quorum", "ties", "rule", "tally", "weight_cap"])
    #expect(repairs.map(\.value) == ["bft", "reject", "certificate", "decisive", 0.25])
    let strongest = try Safeguards(
      quorum: .bft, ties: .reject, rule: .certificate, tally: .decisive, weightCap: 0.25)
    #expect(Safeguards.none.changed(by: repairs) == strongest)
    #expect(
      Safeguards.fields.allSatisfy { $0.repair(of: strongest, under: rules) == nil })
  }

  @Test func equalVotersNeedNoCap() {
    let rules = VotingRules(weights: [1, 1, 1])
    let keys = Safeguards.fields.compactMap { $0.repair(of: .none, under: rules)?.key }
    #expect(keys == ["quorum", "ties", "rule", "tally"])
  }

  // MARK: Properties

  /// The stored properties, spelt as keys, and their values as texts.
  private func properties<Record>(_ record: Record) -> [(key: String, value: String)] {
    Mirror(reflecting: record).children.map { label, value in
      (key: (label ?? "").snakeCased, value: String(describing: value))
    }
  }

  private func labels<Record>(_ record: Record, otherThanIn other: Record) -> [String] {
    zip(properties(record), properties(other)).filter { $0.value != $1.value }.map(\.0.key)
  }
}

extension String {
  /// The name with its words apart: `quorumUnit` as `quorum_unit`.
  fileprivate var snakeCased: String {
    map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }
}
