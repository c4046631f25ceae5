import Detection
import Forms
import JSON
import Metrics
import Text

extension ExpectationDraft {
  /// The form of an expectation: a metric, its limit and its cells, given the detectors that may be
  /// named.
  static func form(_ detectors: [Detector.Method]) -> Form<ExpectationDraft> {
    Form.record(
      ExpectationDraft(),
      [
        .required("metric", \.metric, .explainedWord, "A column of summary.csv or blocs.csv."),
        .optional("at_most", \.atMost, .limit, "The largest allowed value."),
        .optional("at_least", \.atLeast, .limit, "The smallest allowed value."),
        .init(
          "confidence", \.confidence, .number(.between(0, 1)), "The confidence of the verdict."),
        .optional(
          "detector", \.detector, .choice(among: detectors),
          "The detector to measure; needed if several are listed."),
        .init(
          "where", \.conditions, .conditions,
          "The cells to check, by values of axes; by default all cells."),
      ]
    )
    .explained([
      "oneOf": [["required": ["at_most"]], ["required": ["at_least"]]],
      "allOf": .array(rangeSchemas),
    ])
    .checked { cursor, draft in
      if (draft.atMost == nil) == (draft.atLeast == nil) {
        let given =
          draft.atMost == nil
          ? "neither at_most nor at_least is" : "both at_most and at_least are"
        cursor.report("\(given) given; exactly one is needed")
      }
      let range = draft.metric.range
      for (key, limit) in [("at_most", draft.atMost), ("at_least", draft.atLeast)] {
        if let limit, !range.contains(limit) {
          let place = cursor.members()?.first { $0.key == key }?.value ?? cursor
          let text = JSONValue(shortest: limit).text()
          place.report(
            "\(text) is not a valid limit of \(draft.metric.rawValue), which is \(range.description)"
          )
        }
      }
      let detector = cursor.members()?.first { $0.key == "detector" }?.value
      if let detector, !draft.metric.isOfDetector {
        detector.report("\(draft.metric.rawValue) has no detector; leave the key out")
      }
    }
  }

  /// For each range of limits, a rule for the metrics with this range.
  private static let rangeSchemas: [JSONValue] = {
    var ranges: [NumberRange] = []
    for metric in Metric.allCases where !ranges.contains(metric.range) {
      ranges.append(metric.range)
    }
    let byRange = ranges.map { range -> JSONValue in
      [
        "if": schema(ofMetrics: Metric.allCases.filter { $0.range == range }),
        "then": [
          "properties": [
            "at_most": .object(range.schema), "at_least": .object(range.schema),
          ]
        ],
      ]
    }
    let withoutDetector: JSONValue = [
      "if": schema(ofMetrics: Metric.allCases.filter { !$0.isOfDetector }),
      "then": ["properties": ["detector": false]],
    ]
    return byRange + [withoutDetector]
  }()

  private static func schema(ofMetrics metrics: [Metric]) -> JSONValue {
    ["properties": ["metric": ["enum": .array(metrics.map { .string($0.rawValue) })]]]
  }
}

extension Metric {
  /// The limits that are allowed.
  fileprivate var range: NumberRange { .from(limits.lowerBound, to: limits.upperBound) }

  /// The limits that are allowed for some metric.
  fileprivate static var widestRange: NumberRange {
    let ranges = allCases.map(\.limits)
    return .from(
      ranges.map(\.lowerBound).reduce(0, min), to: ranges.map(\.upperBound).reduce(0, max))
  }
}

extension Form<Double> {
  /// The form of a limit of any metric.
  fileprivate static var limit: Form {
    .number(Metric.widestRange)
  }
}

extension Form<[AxisValue]> {
  /// Conditions: for each named axis, one of its values.
  fileprivate static var conditions: Form {
    Form<[(key: String, value: JSONValue)]>.dictionary(keys: [:], of: .anything) { _, _ in true }
      .mapped(
        { $0.map { AxisValue(axis: $0.key, value: $0.value) } },
        { $0.map { (key: $0.axis, value: $0.value) } })
  }
}

extension Form<JSONValue> {
  /// Any value, written so that equal values have the same text.
  static var anything: Form {
    Form(schema: [:], read: { $0.node.value.canonical }, write: { $0 })
  }
}

extension JSONValue {
  /// The same value, with numbers without needless digits and with sorted keys.
  var canonical: JSONValue {
    switch self {
    case .number(.double(let value)): JSONValue(shortest: value)
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let object):
      .object(JSONObject(object.sortedMembers.map { (key: $0.key, value: $0.value.canonical) }))
    default: self
    }
  }
}
