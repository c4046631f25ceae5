import Experiments
import Files
import JSON

/// The log of a run: data that depends on the time and the machine, stored next to a result.
public struct RunLog: Sendable {
  /// When the run started.
  package let started: Moment
  /// When all units were done.
  package let finished: Moment
  /// The duration.
  public let duration: Duration
  /// The number of threads.
  public let threads: Int
  /// The shard that was run.
  public let shard: Shard
  /// The progress at the end.
  public let progress: RunProgress
  /// The time of the detectors on all threads; nil if none are listed.
  public let detectorDuration: Duration?

  /// The detectors' share of the computing time; nil if none are listed.
  public var detectorShare: Double? {
    // The computing time is that of all threads together.
    let whole = duration * min(threads, progress.units)
    return detectorDuration.map { min(1, $0 / whole) }
  }

  /// The log as an object.
  var json: JSONValue {
    let log: JSONObject = [
      "shard": .string(shard.description),
      "units": JSONValue(progress.units), "units_resumed": JSONValue(progress.unitsResumed),
      "trials": JSONValue(progress.trials), "trials_resumed": JSONValue(progress.trialsResumed),
    ]
    let more = detectorDuration.map { [(key: "detector_seconds", value: Self.seconds($0))] } ?? []
    return .object(
      JSONObject(
        Self.members(started, finished, duration, threads: threads) + log.members + more))
  }

  /// The log of a merge, as an object.
  static func jsonOfMerging(units: Int) -> JSONValue {
    [
      "merged": .string(Moment.now.description), "host": .string(Host.name),
      "units": JSONValue(units),
    ]
  }

  /// The log of a search, as an object.
  static func jsonOfTuning(_ time: ElapsedTime, threads: Int, pairs: Int) -> JSONValue {
    let members = members(time.start, .now, time.duration, threads: threads)
    return .object(JSONObject(members + [("pairs", JSONValue(pairs))]))
  }

  /// When and where some work was done.
  private static func members(
    _ started: Moment, _ finished: Moment, _ duration: Duration, threads: Int
  ) -> [(key: String, value: JSONValue)] {
    [
      ("started", .string(started.description)), ("finished", .string(finished.description)),
      ("seconds", seconds(duration)), ("host", .string(Host.name)),
      ("processors", JSONValue(Host.processorCount)), ("threads", JSONValue(threads)),
    ]
  }

  private static func seconds(_ duration: Duration) -> JSONValue {
    JSONValue((duration / .milliseconds(1)).rounded() / 1000)
  }
}
