import Experiments
import Files
import JSON
import Scenarios
import Text

/// The finished units of work under way: whatever ends the process, they are kept.
///
/// Each unit is a line of its own with its checksum, so that a line cut off is known as such. The
/// first line says of what scenario they are. One process at a time holds a journal.
final class Journal: Sendable {
  /// The units that an earlier process finished.
  let finished: [UnitRecord]
  /// Whether the journal was there before.
  let wasThere: Bool
  /// Whose units they are.
  let shard: Shard
  private let file: LockedFile
  private let plan: UnitPlan
  /// Whether the counts of each trial are kept, too.
  let keepsTrials: Bool

  /// Opens or creates the journal of a shard's units.
  ///
  /// - Parameters:
  ///   - keepsTrials: Whether the counts of each trial are kept, too.
  ///   - startsOver: Whether what it holds is thrown away.
  init(
    _ path: String, _ scenario: ScenarioFile, _ plan: UnitPlan, _ shard: Shard,
    keepsTrials: Bool = false, startsOver: Bool
  ) throws(ResultError) {
    let origin = Provenance(scenario, plan, shard, keepsTrials: keepsTrials)
    let file = try withFiles { () throws(FileError) in try LockedFile(path) }
    let text = try withFiles(file.read)
    let header = text.split(separator: SealedLine.lineEnd, maxSplits: 1).first
      .flatMap(SealedLine.open)
    wasThere = header != nil
    if let header, !startsOver {
      if let difference = origin.difference(from: header.root.value) {
        throw ResultError(
          .uncreatable,
          "'\(path)' has unfinished work of another run: \(difference); "
            + "use --force to delete it")
      }
      finished = Self.records(in: text, of: plan, keepsTrials: keepsTrials)
      try withFiles { () throws(FileError) in
        if text.last != SealedLine.lineEnd { try file.append([SealedLine.lineEnd]) }
      }
    } else {
      finished = []
      try withFiles { () throws(FileError) in
        try file.empty()
        try file.append(SealedLine.seal(origin.json))
      }
    }
    self.file = file
    self.plan = plan
    self.shard = shard
    self.keepsTrials = keepsTrials
  }

  /// All units written down so far.
  func records() throws(ResultError) -> [UnitRecord] {
    Self.records(in: try withFiles(file.read), of: plan, keepsTrials: keepsTrials)
  }

  private static func records(
    in text: [UInt8], of plan: UnitPlan, keepsTrials: Bool
  ) -> [UnitRecord] {
    // Where the file system knows no locks, two processes may have done the same unit.
    // order-free: the set is only asked.
    var seen: Set<Int> = []
    return text.split(separator: SealedLine.lineEnd).dropFirst()
      .compactMap { line in
        SealedLine.open(line).flatMap {
          UnitRecord(JSONCursor($0, log: ProblemLog($0)), of: plan, keepsTrials: keepsTrials)
        }
      }
      .filter { seen.insert($0.number).inserted }
  }

  /// Writes a finished unit down.
  func append(_ record: UnitRecord) throws(FileError) {
    try file.append(SealedLine.seal(record.json))
  }

  /// Lets others go on with it; nothing may be written down any more.
  func letGo() {
    file.unlock()
  }

  /// Removes the journal, its work being kept elsewhere.
  func remove() throws(ResultError) {
    try withFiles(file.remove)
  }
}
