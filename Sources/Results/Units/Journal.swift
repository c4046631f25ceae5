import Files
import JSON
import Text

/// The stored result of a unit, as a line of a journal.
protocol JournalRecord: Equatable, Sendable {
  /// What tells units apart.
  associatedtype Key: Hashable

  /// The unit.
  var key: Key { get }
  /// The unit in words.
  var name: String { get }
  /// The record as an object.
  var json: JSONValue { get }
}

/// The finished units of some work, which survive any end of the process.
///
/// Each unit is a line with its checksum, so that an incomplete line is detected. The first line
/// says what the work is. Only one process at a time can open a journal.
final class Journal<Record: JournalRecord>: Sendable {
  /// The units finished by an earlier process.
  let finished: [Record]
  /// Whether the journal already existed.
  let wasThere: Bool
  private let file: LockedFile
  private let reader: Reader
  /// How the unfinished work of another run, which was thrown away, differs; nil if there was none.
  let dropped: String?

  /// How the lines of a journal are read.
  struct Reader: Sendable {
    /// Reads a record; reports problems.
    let read: @Sendable (JSONCursor) -> Record?
    /// How to get rid of unfinished work.
    let advice: String
  }

  /// Opens or creates the journal of some work.
  ///
  /// - Parameter earlier: What becomes of the work that it holds.
  init(
    _ path: String, of origin: Provenance, _ reader: Reader, earlier: EarlierWork
  ) throws(ResultError) {
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
      finished = try reader.records(in: text, at: path)
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
    self.reader = reader
  }

  /// Whether a first line is that of a journal, of whatever run.
  private static func isOrigin(_ header: JSONDocument) -> Bool {
    guard case .object(let origin) = header.root.value else { return false }
    return Provenance.ownKeys.allSatisfy { origin[$0] != nil }
  }

  /// All units in the journal.
  func records() throws(ResultError) -> [Record] {
    try reader.records(in: try withFiles(file.read), at: file.path)
  }

  /// Where the journal is.
  var path: String { file.path }

  /// Adds a finished unit.
  func append(_ record: Record) throws(FileError) {
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

extension Journal.Reader {
  /// The units in the lines of a journal.
  ///
  /// A line whose checksum does not match was not written to its end, and its unit is run again. A
  /// line that matches and has counts of no trials was changed by somebody.
  fileprivate func records(in text: [UInt8], at path: String) throws(ResultError) -> [Record] {
    var records: [Record] = []
    // On a file system without locks, two processes may have run the same unit.
    var places: [Record.Key: Int] = [:]
    let lines = text.split(separator: SealedLine.lineEnd, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst() {
      guard let document = SealedLine.open(line) else { continue }
      let log = ProblemLog(document)
      let record = read(JSONCursor(document, log: log))
      func damage(_ messages: [String]) -> ResultError {
        ResultError(
          .badData,
          messages.map { "\(path):\(index + 1): \($0); \(advice)" })
      }
      guard let record, log.unplacedProblems.isEmpty else {
        throw damage(log.problems.map { "\($0.path): \($0.message)" })
      }
      if let place = places[record.key] {
        guard records[place] == record else {
          throw damage(["\(record.name) differs from that in an earlier line"])
        }
      } else {
        places[record.key] = records.count
        records.append(record)
      }
    }
    return records
  }
}

/// What becomes of earlier work in a journal.
enum EarlierWork: Sendable {
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
