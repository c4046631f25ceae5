import Experiments
import Files
import JSON

/// How a run went: what depends on the time and the machine, and stands beside a result.
public struct RunLog: Sendable {
  /// When it was started.
  public let started: Moment
  /// When all was computed.
  public let finished: Moment
  /// How long that took.
  public let duration: Duration
  /// How many threads computed.
  public let threads: Int
  /// Which units were to be done.
  public let shard: Shard
  /// How far it came.
  public let progress: RunProgress
  /// How long the detectors took on all threads; nil where none is listed.
  public let detectorDuration: Duration?

  /// The share of the computing time that the detectors took; nil where none is listed.
  public var detectorShare: Double? {
    // All threads together have had that much time.
    let whole = duration * min(threads, progress.units)
    return detectorDuration.map { min(1, $0 / whole) }
  }

  /// The log as an object.
  var json: JSONValue {
    let log: JSONObject = [
      "started": .string(started.description), "finished": .string(finished.description),
      "seconds": Self.seconds(duration),
      "host": .string(Host.name), "processors": JSONValue(Host.processorCount),
      "threads": JSONValue(threads), "shard": .string(shard.description),
      "units": JSONValue(progress.units), "units_resumed": JSONValue(progress.unitsResumed),
      "trials": JSONValue(progress.trials), "trials_resumed": JSONValue(progress.trialsResumed),
    ]
    let more = detectorDuration.map { [(key: "detector_seconds", value: Self.seconds($0))] } ?? []
    return .object(JSONObject(log.members + more))
  }

  /// The log of shards being merged, as an object.
  static func jsonOfMerging(units: Int) -> JSONValue {
    [
      "merged": .string(Moment.now.description), "host": .string(Host.name),
      "units": JSONValue(units),
    ]
  }

  private static func seconds(_ duration: Duration) -> JSONValue {
    JSONValue((duration / .milliseconds(1)).rounded() / 1000)
  }
}
