import Experiments
import Files
import JSON
import Scenarios
import Tuning

/// A folder with what shards of a search worked out in each round, written by any processes on any
/// hosts.
struct TuneShardFolder: Sendable {
  let path: String
  let file: ScenarioFile

  // MARK: Files

  /// The path of the file of a shard in a round.
  func filePath(of shard: Shard, round: Int) -> String {
    "\(path)/\(Self.name(of: shard, round: round))"
  }

  private static func name(of shard: Shard, round: Int) -> String {
    prefix(ofRound: round) + ShardFile.name(of: shard)
  }

  /// The shards that have a file for a round, in the order of the names.
  func shards(ofRound round: Int) throws(ResultError) -> [Shard] {
    try withFiles { () throws(FileError) in try FileSystem.names(in: path) }
      .compactMap(Self.place(ofFile:)).filter { $0.round == round }.map(\.shard)
  }

  private static func prefix(ofRound round: Int) -> String {
    "round-\(ShardFile.padded(round))-"
  }

  /// The round and the shard of a file with this name; nil for other files.
  private static func place(ofFile name: String) -> (round: Int, shard: Shard)? {
    let parts = name.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let round = Int(parts[1]),
      name.hasPrefix(prefix(ofRound: round)), let shard = ShardFile.shard(ofFile: String(parts[2]))
    else { return nil }
    return (round, shard)
  }

  /// What the search in a folder was asked; nil if there is none.
  static func request(inFolder path: String) throws(ResultError) -> JSONValue? {
    let names = try withFiles { () throws(FileError) in try FileSystem.names(in: path) }
    guard let name = names.first(where: { Self.place(ofFile: $0)?.round == 1 }) else { return nil }
    return try SealedFile("\(path)/\(name)").origin.required(Provenance.requestKey)?.node.value
  }

  // MARK: One shard

  /// The journal of a shard, after a check that the folder can be written to.
  ///
  /// - Parameters:
  ///   - units: the number of units of the first round.
  ///   - startsOver: whether existing data of the shard is deleted.
  func open(
    _ shard: Shard, units: Int, startsOver: Bool
  ) throws(ResultError) -> Journal<TuneRecord> {
    try withFiles { () throws(FileError) in try FileSystem.createFolder(path) }
    let own = try withFiles { () throws(FileError) in try FileSystem.names(in: path) }
      .filter { Self.place(ofFile: $0)?.shard == shard }
    if startsOver { for name in own { try SealedFile.requireOwn("\(path)/\(name)") } }
    let journal = try Journal<TuneRecord>(
      tuning: "\(path)/\(ShardFile.name(of: shard).dropLast(5)).unfinished",
      of: Provenance(tuning: file, units: units, shard),
      earlier: EarlierWork(startsOver: startsOver))
    if startsOver {
      try withFiles { () throws(FileError) in
        for name in own { try FileSystem.remove("\(path)/\(name)") }
      }
    }
    return journal
  }

  /// Writes what a shard worked out in the round.
  func write(
    _ outcomes: [(Int, TuneOutcome)], of shard: Shard, in search: TuneSearch,
    provenance: JSONValue
  ) throws(ResultError) {
    let name = Self.name(of: shard, round: search.round)
    let text = SealedFile.text(
      of: Provenance(tuning: file, units: search.units.count, round: search.round, shard),
      units: outcomes.map { unit, outcome in
        TuneRecord(round: search.round, unit: unit, texts: outcome.texts).json
      },
      provenance: provenance)
    try withFiles { () throws(FileError) in
      try FileSystem.removeTemporaries(of: name, in: path)
      try FileSystem.write(Array(text.utf8), to: "\(path)/\(name)")
    }
  }

  // MARK: All shards

  /// What is there of the round of a search, by unit.
  func outcomes(of search: TuneSearch) throws(ResultError) -> [TuneOutcome?] {
    var seen: [TuneOutcome?] = Array(repeating: nil, count: search.units.count)
    var problems: [String] = []
    for shard in try shards(ofRound: search.round) {
      do throws(ResultError) {
        try add(shard, of: search, to: &seen)
      } catch {
        if error.kind != .badData { throw error }
        problems += error.messages
      }
    }
    guard problems.isEmpty else { throw ResultError(.badData, problems) }
    return seen
  }

  private func add(
    _ shard: Shard, of search: TuneSearch, to seen: inout [TuneOutcome?]
  ) throws(ResultError) {
    let path = filePath(of: shard, round: search.round)
    let sealed = try SealedFile(path)
    try sealed.require(
      Provenance(tuning: file, units: search.units.count, round: search.round, shard))
    let records = sealed.units.compactMap { TuneRecord($0) }
    try sealed.requireSound()
    guard records.map(\.unit) == shard.units(among: search.units.count) else {
      throw ResultError(
        .badData,
        "\(path): the file does not have the units of shard \(shard) in round \(search.round)")
    }
    for record in records {
      guard record.round == search.round,
        let outcome = search.outcome(ofUnit: record.unit, texts: record.texts)
      else {
        throw ResultError(.badData, "\(path): \(record.name) is not what belongs there")
      }
      if let earlier = seen[record.unit], earlier != outcome {
        throw ResultError(.badData, "\(path): \(record.name) differs from that of another shard")
      }
      seen[record.unit] = outcome
    }
  }
}
