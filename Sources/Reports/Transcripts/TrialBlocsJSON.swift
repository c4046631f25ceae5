import Detection
import Experiments
import JSON

extension TrialBlocs {
  /// An object for each detector, for other programs.
  public var json: [JSONValue] {
    reports.map { report in
      [
        "actor": .string(report.method.name), "event": "blocs",
        "reported": Self.list(report.blocs), "true": Self.list(truth),
      ]
    }
  }

  private static func list(_ blocs: [[String]]) -> JSONValue {
    .array(blocs.map { .array($0.map(JSONValue.string)) })
  }
}
