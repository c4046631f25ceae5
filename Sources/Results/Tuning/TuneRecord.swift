import JSON

/// The stored outcome of a unit of a search.
struct TuneRecord: JournalRecord {
  /// The number of the round, from 1.
  let round: Int
  /// The number of the unit in the round, from 0.
  let unit: Int
  /// The outcome, as texts.
  let texts: [String?]

  /// What tells units apart.
  struct Key: Hashable {
    let round: Int
    let unit: Int
  }

  init(round: Int, unit: Int, texts: [String?]) {
    self.round = round
    self.unit = unit
    self.texts = texts
  }

  var key: Key { Key(round: round, unit: unit) }

  var name: String { "unit \(unit) of round \(round)" }

  var json: JSONValue {
    [
      "round": JSONValue(round), "unit": JSONValue(unit),
      "outcome": .array(texts.map { JSONValue($0) }),
    ]
  }

  /// Reads the record of a unit; reports problems.
  init?(_ cursor: JSONCursor) {
    guard let fields = cursor.fields(["round", "unit", "outcome"]),
      let round = fields.required("round")?.integer(in: 1...Int.max),
      let unit = fields.required("unit")?.integer(in: 0...Int.max),
      let texts = fields.required("outcome")?.array()
    else { return nil }
    self.init(round: round, unit: unit, texts: texts.map { $0.isNull ? nil : $0.string() })
  }
}

extension Journal<TuneRecord> {
  /// Opens or creates the journal of a search, or of what a shard of it does.
  convenience init(
    tuning path: String, of origin: Provenance, earlier: EarlierWork
  ) throws(ResultError) {
    try self.init(
      path, of: origin,
      Reader(read: { TuneRecord($0) }, advice: UnitDetail.none.advice),
      earlier: earlier)
  }
}
