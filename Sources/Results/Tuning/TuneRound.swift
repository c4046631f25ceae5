import Experiments
import Files
import Synchronization
import Tuning

/// Works out units of the round of a search: those in a journal are not worked out again, and each
/// finished one is added.
struct TuneRound: Sendable {
  let search: TuneSearch
  /// Where finished units are kept; nil if they need not be.
  let journal: Journal<TuneRecord>?
  let threads: Int
  let interruption: Interruption

  /// The outcomes of some units, by their numbers, in their order; nil if interrupted.
  ///
  /// - Parameter told: is called as the work goes on.
  func outcomes(
    of units: [Int], told: @escaping @Sendable (TuneProgress) -> Void
  ) async throws(ResultError) -> [TuneOutcome]? {
    var earlier: [Int: [String?]] = [:]
    for record in journal?.finished ?? [] where record.round == search.round {
      earlier[record.unit] = record.texts
    }
    let shared = Shared(search.progress)
    let stop = Interruption(following: interruption)
    var known: [TuneOutcome?] = []
    for unit in units {
      let outcome = try earlier[unit].map { texts throws(ResultError) in
        guard let outcome = search.outcome(ofUnit: unit, texts: texts) else {
          throw ResultError(
            .badData,
            "\(journal?.path ?? ""): unit \(unit) of round \(search.round) is not what belongs there; "
              + UnitDetail.none.advice)
        }
        return outcome
      }
      if let outcome { _ = shared.add(outcome) }
      known.append(outcome)
    }
    told(shared.progress)
    let done = known
    let outcomes = await Workers(threads: threads, interruption: stop).each(units.count) { place in
      if let outcome = done[place] { return outcome }
      guard let outcome = search.outcome(ofUnit: units[place], interruption: stop) else {
        return nil
      }
      let record = TuneRecord(round: search.round, unit: units[place], texts: outcome.texts)
      guard let progress = shared.finish(outcome, record, journal, stop) else { return nil }
      told(progress)
      return outcome
    }
    if let failure = shared.failure { throw ResultError(failure) }
    return outcomes
  }
}

/// What all threads share.
private final class Shared: Sendable {
  private let state: Mutex<(progress: TuneProgress, failure: FileError?)>

  init(_ progress: TuneProgress) {
    state = Mutex((progress, nil))
  }

  var progress: TuneProgress { state.withLock { $0.progress } }

  /// Why an outcome could not be kept.
  var failure: FileError? { state.withLock { $0.failure } }

  func add(_ outcome: TuneOutcome) -> TuneProgress {
    state.withLock { state in
      state.progress.add(outcome)
      return state.progress
    }
  }

  /// Keeps an outcome; nil, with a stop, if that fails.
  func finish(
    _ outcome: TuneOutcome, _ record: TuneRecord, _ journal: Journal<TuneRecord>?,
    _ stop: Interruption
  ) -> TuneProgress? {
    state.withLock { state in
      if state.failure != nil { return nil }
      do throws(FileError) {
        try journal?.append(record)
      } catch {
        state.failure = error
        stop.raise()
        return nil
      }
      state.progress.add(outcome)
      return state.progress
    }
  }
}
