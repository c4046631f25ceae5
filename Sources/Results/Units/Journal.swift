import Experiments
import Files
import JSON
import Scenarios
import Text

/// The finished units of a run, which survive any end of the process.
///
/// Each unit is a line with its checksum, so that an incomplete line is detected. The first line
/// identifies the scenario. Only one process at a time can open a journal.
final class Journal: Sendable {
  /// The units finished by an earlier process.
  let finished: [UnitRecord]
  /// Whether the journal already existed.
  let wasThere: Bool
  /// The shard of the units.
  let shard: Shard
  private let file: LockedFile
  private let plan: UnitPlan
  /// Whether the counts of each trial are kept.
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

  /// All units in the journal.
  func records() throws(ResultError) -> [UnitRecord] {
    Self.records(in: try withFiles(file.read), of: plan, keepsTrials: keepsTrials)
  }

  private static func records(
    in text: [UInt8], of plan: UnitPlan, keepsTrials: Bool
  ) -> [UnitRecord] {
    // On a file system without locks, two processes may have run the same unit.
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

  /// Adds a finished unit.
  func append(_ record: UnitRecord) throws(FileError) {
    try file.append(SealedLine.seal(record.json))
  }

  /// Releases the journal to other processes; nothing may be added any more.
  func letGo() {
    file.unlock()
  }

  /// Removes the journal after its units are stored elsewhere.
  func remove() throws(ResultError) {
    try withFiles(file.remove)
  }
}
