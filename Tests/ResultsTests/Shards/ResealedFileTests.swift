import Experiments
import JSON
import Scenarios
import TestSupport
import Testing

@testable import Results

/// Files that somebody changed and sealed again: the checksum is right, and the counts are of no
/// trials.
struct ResealedFileTests {
  private let folder = TemporaryFolder()
  private let shard = Shard(index: 1, count: 2)

  private func problemOfShard(
    _ sample: Sample, _ change: (JSONValue) -> JSONValue
  ) throws -> (kind: ResultError.Kind, text: String)? {
    try folder.write(try Resealing.shard(sample.text(shard), change).utf8, to: "file")
    return problem { () throws(ResultError) in
      try ShardFile(folder.place("file"), shard, of: sample.file, sample.plan)
    }
  }

  /// The text of a journal with all units.
  private func journal(of sample: Sample) throws -> [UInt8] {
    let journal = try sample.journal(folder.place("whole"), startsOver: true)
    for record in sample.records { try journal.append(record) }
    return try folder.read("whole")
  }

  private func problemOfJournal(
    _ sample: Sample, _ text: [UInt8]
  ) throws -> (kind: ResultError.Kind, text: String)? {
    try folder.write(text, to: "journal")
    return problem { () throws(ResultError) in try sample.journal(folder.place("journal")) }
  }

  private static let counts = ["units", "0", "counts"]

  @Test func whatContradictsWhatIsTold() throws {
    let sample = try Sample()
    for (key, change, message) in [
      (["unsafe_trials"], 4, "contradicts 3 trials that can have the event"),
      (["endings", "0"], 1, "outcomes contradict 6 proposals"),
      (["correct_decisions", "0"], 1, "it is of 4 trials, not of 3"),
      (["latency_percentiles", "trials"], 1, "it is of 4 trials, not of 3"),
      (["votes_refused"], 1 << 50, "it must be a whole number from 0"),
      (["trials"], 1, "the unit has 3 trials, not 4"),
    ] as [([String], Int, String)] {
      let wrong = try problemOfShard(sample) { content in
        content.changed(at: Self.counts + key) { $0.increased(by: change) }
      }
      #expect(wrong?.kind == .badData)
      #expect(wrong?.text.contains(message) == true, "\(key): \(wrong?.text ?? "accepted")")
      #expect(wrong?.text.hasPrefix("\(folder.place("file")):1:") == true)
    }
  }

  /// Where each trial is kept, every number but those of percentiles follows from them.
  @Test func noChangedNumberIsAcceptedBesideItsTrials() throws {
    let sample = try Sample(keepsTrials: true)
    let text = sample.text(shard)
    guard case .object(let whole) = try JSONDocument(parsing: text).root.value,
      let paths = whole["content"]?.numberPaths(), let journal = try? journal(of: sample)
    else { return }
    forEverySeed(600, inDebug: 60) { draw in
      let path = draw.element(of: paths)
      let number = draw.element(of: [1, -1, 2, -2, 1000, 1 << 40, .max, .min])
      let wrong = try problemOfShard(sample) { content in
        content.changed(at: path) { $0.increased(by: number) }
      }
      let isOfPercentiles = path.contains("latency_percentiles")
      try require(wrong?.kind == .badData || (wrong == nil && isOfPercentiles), "\(path)")
      // The same number in a journal.
      guard path.starts(with: ["units"]), path.count > 2 else { return }
      let line = draw.int(in: 1...sample.records.count)
      let wrongLine = try problemOfJournal(
        sample,
        Resealing.journal(journal, line: line) { record in
          record.changed(at: path.dropFirst(2)) { $0.increased(by: number) }
        })
      try require(
        wrongLine?.kind == .badData
          || (wrongLine == nil && (isOfPercentiles || path.dropFirst(2) == ["unit"])), "\(path)")
    }
  }

  /// Without them, what is accepted must at least be what other trials could have had.
  @Test func whatIsAcceptedCanBeAdded() throws {
    let sample = try Sample()
    guard case .object(let whole) = try JSONDocument(parsing: sample.text(shard)).root.value,
      let paths = whole["content"]?.numberPaths()
    else { return }
    forEverySeed(600, inDebug: 60) { draw in
      let changes = draw.array(1...3) { draw in
        (draw.element(of: paths), draw.element(of: [1, -1, 2, -2, 3, 1000, 1 << 40, .max, .min]))
      }
      let text = try Resealing.shard(sample.text(shard)) { content in
        changes.reduce(content) { content, change in
          content.changed(at: change.0) { $0.increased(by: change.1) }
        }
      }
      try folder.write(text.utf8, to: "shards/\(ShardFile.name(of: shard))")
      try folder.write(
        sample.text(Shard(index: 0, count: 2)).utf8, to: "shards/shard-000-of-002.json")
      do throws(ResultError) {
        let whole = try ShardFolder(folder.place("shards"), of: sample.file, sample.plan).merged()
        for (cell, counts) in zip(sample.file.cells, whole.cells) { _ = CellResult(cell, counts) }
      } catch {
        try require(error.kind == .badData)
      }
    }
  }

  // MARK: Journals

  @Test func aSealedLineWithCountsOfNoTrialsIsNotSkipped() throws {
    let sample = try Sample()
    let text = try journal(of: sample)
    let wrong = try problemOfJournal(
      sample,
      Resealing.journal(text, line: 2) { record in
        record.changed(at: ["counts", "unsafe_trials"]) { $0.increased(by: 9) }
      })
    #expect(wrong?.kind == .badData)
    #expect(wrong?.text.hasPrefix("\(folder.place("journal")):3: ") == true)
    #expect(wrong?.text.hasSuffix("use --force to start over") == true)
  }

  @Test func aUnitThatIsThereTwiceMustBeTheSame() throws {
    let sample = try Sample(keepsTrials: true)
    let text = try journal(of: sample)
    let other = try Sample(seed: 9, keepsTrials: true).records[1]
    let wrong = try problemOfJournal(sample, text + SealedLine.seal(other.json))
    #expect(wrong?.kind == .badData)
    #expect(wrong?.text.contains(":7: unit 1 differs from that in an earlier line") == true)
    #expect(try problemOfJournal(sample, text + SealedLine.seal(sample.records[1].json)) == nil)
  }
}
