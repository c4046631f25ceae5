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
  /// What is kept of each trial.
  let detail: UnitDetail
  /// How the unfinished work of another run, which was thrown away, differs; nil if there was none.
  let dropped: String?

  /// What becomes of earlier work in a journal.
  enum Earlier: Sendable {
    /// It is continued; that of another run is refused.
    case continued
    /// It is continued; that of another run is thrown away.
    case continuedOrDropped
    /// It is thrown away.
    case dropped

    /// Whether it is thrown away whatever it is.
    init(startsOver: Bool) {
      self = startsOver ? .dropped : .continued
    }
  }

  /// Opens or creates the journal of a shard's units.
  ///
  /// - Parameters:
  ///   - detail: What is kept of each trial, too.
  ///   - earlier: What becomes of the work that it holds.
  init(
    _ path: String, _ scenario: ScenarioFile, _ plan: UnitPlan, _ shard: Shard,
    _ detail: UnitDetail = .none, earlier: Earlier
  ) throws(ResultError) {
    let origin = Provenance(scenario, plan, shard, detail)
    let file = try withFiles { () throws(FileError) in try LockedFile(path) }
    let text = try withFiles(file.read)
    let start = SealedLine.seal(origin.json)
    let header = text.split(separator: SealedLine.lineEnd, maxSplits: 1).first
      .flatMap(SealedLine.open)
    wasThere = header != nil
    // A process that was killed may have written a part of its first line.
    guard header.map(Self.isOrigin) ?? start.starts(with: text) else {
      throw ResultError(
        .uncreatable,
        "'\(path)' is left unchanged: it is not unfinished work of this program; "
          + "move it away, or use another folder")
    }
    let difference = header.flatMap { origin.difference(from: $0.root.value) }
    if let difference, earlier == .continued {
      throw ResultError(
        .uncreatable,
        "'\(path)' has unfinished work of another run: \(difference); "
          + "use --force to delete it")
    }
    dropped = earlier == .dropped ? nil : difference
    if header != nil && difference == nil && earlier != .dropped {
      finished = try Self.records(in: text, at: path, of: plan, detail)
      try withFiles { () throws(FileError) in
        if text.last != SealedLine.lineEnd { try file.append([SealedLine.lineEnd]) }
      }
    } else {
      finished = []
      try withFiles { () throws(FileError) in
        try file.empty()
        try file.append(start)
      }
    }
    self.file = file
    self.plan = plan
    self.shard = shard
    self.detail = detail
  }

  /// Whether a first line is that of a journal, of whatever run.
  private static func isOrigin(_ header: JSONDocument) -> Bool {
    guard case .object(let origin) = header.root.value else { return false }
    return Provenance.ownKeys.allSatisfy { origin[$0] != nil }
  }

  /// All units in the journal.
  func records() throws(ResultError) -> [UnitRecord] {
    try Self.records(
      in: try withFiles(file.read), at: file.path, of: plan, detail)
  }

  /// The units in the lines of a journal.
  ///
  /// A line whose checksum does not match was not written to its end, and its unit is run again. A
  /// line that matches and has counts of no trials was changed by somebody.
  private static func records(
    in text: [UInt8], at path: String, of plan: UnitPlan, _ detail: UnitDetail
  ) throws(ResultError) -> [UnitRecord] {
    var records: [UnitRecord] = []
    // On a file system without locks, two processes may have run the same unit.
    var places: [Int: Int] = [:]
    let lines = text.split(separator: SealedLine.lineEnd, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst() {
      guard let document = SealedLine.open(line) else { continue }
      let log = ProblemLog(document)
      let record = UnitRecord(JSONCursor(document, log: log), of: plan, detail)
      func damage(_ messages: [String]) -> ResultError {
        ResultError(
          .badData,
          messages.map { "\(path):\(index + 1): \($0); \(detail.advice)" })
      }
      guard let record, log.unplacedProblems.isEmpty else {
        throw damage(log.problems.map { "\($0.path): \($0.message)" })
      }
      if let place = places[record.number] {
        guard records[place] == record else {
          throw damage(["unit \(record.number) differs from that in an earlier line"])
        }
      } else {
        places[record.number] = records.count
        records.append(record)
      }
    }
    return records
  }

  /// Where the journal is.
  var path: String { file.path }

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
