import Experiments
import Files
import Scenarios
import Synchronization

/// The journal of a check, in a folder that may not be there yet.
///
/// Units are written together, at most once in a while: a check of less than a second writes nothing,
/// and creates no folder, unless it is interrupted.
final class CheckJournal: Sendable {
  private let folder: String
  private let file: ScenarioFile
  private let trialsMax: Int?
  private let pause: Duration
  /// Whether the folder was named by the user.
  private let isRequired: Bool
  private let state: Mutex<State>

  private struct State: Sendable {
    /// The open journal; nil until there is something to keep, and after the end.
    var journal: Journal<UnitRecord>?
    /// The outcomes of an earlier process that were not taken yet.
    var earlier: [Int: UnitOutcome] = [:]
    /// The finished units that are not written yet.
    var pending: [UnitRecord] = []
    /// The number of units that are written.
    var units = 0
    /// The time since the last write.
    var time = ElapsedTime()
    /// The folders that were created, outermost first.
    var created: [String] = []
    var problem: ResultError?
    var dropped: String?
  }

  /// Opens the journal if it is there, or if it is required.
  init(
    _ folder: String, of file: ScenarioFile, trialsMax: Int?, isRequired: Bool, pause: Duration
  ) throws(ResultError) {
    self.folder = folder
    self.file = file
    self.trialsMax = trialsMax
    self.isRequired = isRequired
    self.pause = pause
    state = Mutex(State())
    let place = place
    let isThere = (try? FileSystem.exists(place)) ?? false
    guard isRequired || isThere else { return }
    try state.withLock { state throws(ResultError) in
      do throws(ResultError) {
        // Other work may be dropped only once there is work of this check.
        try open(&state, earlier: isRequired ? .continuedOrDropped : .continued)
      } catch {
        if isRequired || error.kind == .badData { throw error }
      }
    }
  }

  private var place: String { "\(folder)/\(ResumableCheck.journalName)" }

  private func open(_ state: inout State, earlier: EarlierWork) throws(ResultError) {
    state.created = try withFiles { () throws(FileError) in try FileSystem.createFolder(folder) }
    do throws(ResultError) {
      let journal = try Journal(
        place, file, UnitPlan(checking: file, trialsMax: trialsMax), .whole,
        .samples(trialsMax: trialsMax), earlier: earlier)
      state.journal = journal
      state.dropped = journal.dropped
      state.units = journal.finished.count
      for record in journal.finished { state.earlier[record.number] = record.outcome }
    } catch {
      removeFolders(state.created)
      throw error
    }
  }

  /// The store of the units of the check.
  var store: UnitStore {
    UnitStore(
      take: { number in self.state.withLock { $0.earlier.removeValue(forKey: number) } },
      keep: { number, outcome in
        self.state.withLock { state in
          if state.problem != nil { return }
          state.pending.append(UnitRecord(number: number, outcome: outcome))
          if state.time.duration >= self.pause { self.write(&state) }
        }
      })
  }

  /// Writes the units that are not written yet; if that fails, nothing more is kept.
  private func write(_ state: inout State) {
    defer { state.pending = [] }
    do throws(ResultError) {
      if state.journal == nil { try open(&state, earlier: .continuedOrDropped) }
      for record in state.pending {
        try withFiles { () throws(FileError) in try state.journal?.append(record) }
        state.units += 1
      }
      state.time = ElapsedTime()
    } catch {
      state.problem = error
    }
  }

  /// Ends a check: the journal is removed, or keeps all units of one that was interrupted.
  func end(isWhole: Bool) {
    state.withLock { state in
      if !isWhole && state.problem == nil && !state.pending.isEmpty { write(&state) }
      guard let journal = state.journal else { return }
      if isWhole || state.units == 0 {
        remove(journal, &state)
      }
      journal.letGo()
      state.journal = nil
    }
  }

  /// Leaves the folder as it was found.
  func withdraw() {
    state.withLock { state in
      guard let journal = state.journal else { return }
      if !journal.wasThere { remove(journal, &state) }
      journal.letGo()
      state.journal = nil
    }
  }

  private func remove(_ journal: Journal<UnitRecord>, _ state: inout State) {
    do throws(ResultError) {
      try journal.remove()
      state.units = 0
    } catch {
      state.problem = error
    }
    // Those that nobody named were created by the process that began the journal.
    let isOfEarlier = journal.wasThere && !isRequired
    removeFolders(isOfEarlier ? [FileSystem.folder(of: folder), folder] : state.created)
  }

  /// Removes those of some folders that are empty, innermost first.
  private func removeFolders(_ folders: [String]) {
    for folder in folders.reversed() { FileSystem.removeEmptyFolder(folder) }
  }

  // MARK: What came of it

  var unfinished: (path: String, units: Int)? {
    state.withLock { $0.units > 0 ? (place, $0.units) : nil }
  }

  var problem: ResultError? { state.withLock { $0.problem } }

  var dropped: String? { state.withLock { $0.dropped } }
}
