import Detection
import Forms
import Guarantees
import JSON
import Metrics
import Text

extension ExpectationDraft {
  /// The form of an expectation: a metric with its limit, or a guarantee with the faulty voters that
  /// it withstands, and its cells, given the detectors that may be named.
  static func form(_ detectors: [Detector.Method]) -> Form<ExpectationDraft> {
    Form.record(
      ExpectationDraft(),
      fieldsOfLimits + [
        .optional(
          "of", \.value, .explainedWord,
          "Which value of the metric must meet the limit; by default the metric itself."),
        .optional(
          "confidence", \.confidence, .number(.between(0, 1)),
          "The confidence of the verdict; by default 0.95."),
        .optional(
          "detector", \.detector, .choice(among: detectors),
          "The detector to measure; needed if several are listed."),
        .optional("guarantee", \.guarantee, .explainedWord, "A guarantee that must hold."),
        .optional(
          "actions", \.actions, .explainedWord,
          "The actions for which it must hold; by default both kinds."),
        .optional(
          "faults", \.faults, .integer(in: 0...ScenarioLimits.votersMax),
          "The number of faulty voters that it must withstand."),
        .optional(
          "risk", \.risk, .probability,
          """
          The largest probability with which it may break, per proposal, while honest voters err as \
          the scenario says; by default they are taken to be right.
          """),
        .optional(
          "timing", \.timing, .explainedWord,
          "What the adversary decides apart from faulty votes; by default asynchronous."),
        .optional(
          "must_fail", \.mustFail, .flag,
          "Whether this must be broken: a canary, without which a testbed proves nothing."),
        .init(
          "where", \.conditions, .conditions,
          "The cells to check, by a value of an axis or a list of values; by default all cells."),
      ]
    )
    .explained([
      "oneOf": [
        schema(
          requiring: ["metric", "at_most"], without: ["at_least", "guarantee"] + keysOfGuarantees),
        schema(
          requiring: ["metric", "at_least"], without: ["at_most", "guarantee"] + keysOfGuarantees),
        schema(requiring: ["guarantee", "faults"], without: ["metric"] + keysOfMetrics),
      ],
      "allOf": .array(rangeSchemas),
    ])
    .checked { cursor, draft in
      switch (draft.metric, draft.guarantee) {
      case (let metric?, nil): draft.check(metric, cursor)
      case (nil, _?): draft.checkGuarantee(cursor)
      case (nil, nil):
        cursor.report("neither metric nor guarantee is given; exactly one is needed")
      case (_?, _?): cursor.report("both metric and guarantee are given; exactly one is needed")
      }
    }
  }

  /// The form of a limit on a metric.
  static let formOfLimits = Form.record(ExpectationDraft(), fieldsOfLimits)
    .explained([
      "oneOf": [
        schema(requiring: ["metric", "at_most"], without: ["at_least"]),
        schema(requiring: ["metric", "at_least"], without: ["at_most"]),
      ]
    ])
    .checked { cursor, draft in
      if let metric = draft.metric { return draft.check(metric, cursor) }
      cursor.report("the key 'metric' is missing")
    }

  private static let fieldsOfLimits: [Field<ExpectationDraft>] = [
    .optional("metric", \.metric, .explainedWord, "A column of summary.csv or blocs.csv."),
    .optional("at_most", \.atMost, .limit, "The largest allowed value."),
    .optional("at_least", \.atLeast, .limit, "The smallest allowed value."),
  ]

  private static func schema(requiring required: [String], without others: [String]) -> JSONValue {
    [
      "required": .array(required.map { .string($0) }),
      "not": ["anyOf": .array(others.map { ["required": [.string($0)]] })],
    ]
  }

  private static let keysOfMetrics = ["at_most", "at_least", "of", "confidence", "detector"]
  private static let keysOfGuarantees = ["actions", "faults", "risk", "timing"]

  private func check(_ metric: Metric, _ cursor: JSONCursor) {
    Self.refuse(Self.keysOfGuarantees, "guarantee", cursor)
    if (atMost == nil) == (atLeast == nil) {
      let given =
        atMost == nil ? "neither at_most nor at_least is" : "both at_most and at_least are"
      cursor.report("\(given) given; exactly one is needed")
    }
    for (key, limit) in [("at_most", atMost), ("at_least", atLeast)] {
      if let limit, !metric.range.contains(limit) {
        let text = JSONValue(shortest: limit).text()
        cursor.place(of: key).report(
          "\(text) is not a valid limit of \(metric.rawValue), which is \(metric.range.description)"
        )
      }
    }
    if detector != nil && !metric.isOfDetector {
      cursor.place(of: "detector").report("\(metric.rawValue) has no detector; leave the key out")
    }
    if let value, !metric.has(value) {
      let known = Metric.allCases.filter { $0.has(value) }.map(\.rawValue).joined(separator: ", ")
      cursor.place(of: "of").report(
        "\(metric.rawValue) has no \(value.rawValue) value; the metrics that have are \(known)")
    }
  }

  private func checkGuarantee(_ cursor: JSONCursor) {
    Self.refuse(Self.keysOfMetrics, "metric", cursor)
    if faults == nil { cursor.report("faults is not given; a guarantee needs it") }
  }

  /// Reports keys that only go with another one.
  private static func refuse(_ keys: [String], _ other: String, _ cursor: JSONCursor) {
    for (key, value) in cursor.members() ?? [] where keys.contains(key) {
      value.report("\(key) only goes with '\(other)'; leave the key out")
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
    let byValue = MetricClaim.Value.allCases.map { value -> JSONValue in
      [
        "if": [
          "required": ["of"], "properties": ["of": ["const": .string(value.rawValue)]],
        ],
        "then": schema(ofMetrics: Metric.allCases.filter { $0.has(value) }),
      ]
    }
    return byRange + [withoutDetector] + byValue
  }()

  private static func schema(ofMetrics metrics: [Metric]) -> JSONValue {
    ["properties": ["metric": ["enum": .array(metrics.map { .string($0.rawValue) })]]]
  }
}

extension JSONCursor {
  /// The value of a key, or else the object.
  fileprivate func place(of key: String) -> JSONCursor {
    members()?.first { $0.key == key }?.value ?? self
  }
}

extension Metric {
  /// The limits that are allowed.
  fileprivate var range: NumberRange { .from(limits.lowerBound, to: limits.upperBound) }

  /// Whether it has such a value in some scenarios.
  fileprivate func has(_ value: MetricClaim.Value) -> Bool {
    switch value {
    case .estimate: true
    case .exact: definition.exact != nil
    case .worst, .worstCounted: definition.hasWorst
    case .causal: definition.isAimedAt
    }
  }

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
