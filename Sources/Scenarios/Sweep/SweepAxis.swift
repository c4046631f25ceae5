import Forms
import JSON

/// A field that a sweep changes, and its values.
public struct SweepAxis: Equatable, Sendable {
  /// The path of the field, as in the scenario.
  public let path: String
  /// The values in order, all different.
  public let values: [JSONValue]
}

extension Form<[SweepAxis]> {
  /// The form of a sweep: paths with lists of values, or with ranges.
  static var sweep: Form {
    Form(
      schema: [
        "type": "object", "maxProperties": JSONValue(ScenarioLimits.axesMax),
        "additionalProperties": [
          "anyOf": [
            [
              "type": "array", "minItems": 1, "maxItems": JSONValue(ScenarioLimits.cellsMax),
              "uniqueItems": true,
            ],
            .object(SweepRange.form.schema),
          ]
        ],
      ],
      read: { Sweep($0).axes },
      write: { axes in
        .object(JSONObject(axes.map { (key: $0.path, value: .array($0.values)) }))
      })
  }
}

/// Values in equal steps.
struct SweepRange: Sendable {
  var first = JSONNumber.integer(0)
  var last = JSONNumber.integer(0)
  var step = JSONNumber.integer(1)

  static let form = Form.record(
    SweepRange(),
    [
      .required("from", \.first, .finite, "The first value."),
      .required("to", \.last, .finite, "The upper limit; the last value is at most this."),
      .init(
        "step", \.step, Form<JSONNumber>.finite.explained(["exclusiveMinimum": 0]),
        "The difference between two values."),
    ])

  /// The values; nil, with reported problems, if they are not valid.
  func values(at cursor: JSONCursor) -> [JSONNumber]? {
    let ends = (first.doubleValue, last.doubleValue)
    if step.doubleValue <= 0 {
      cursor.report("the step is \(step); it must be above 0")
    } else if ends.0 > ends.1 {
      cursor.report("'from' is greater than 'to'; it must be at most 'to'")
    } else if (ends.1 - ends.0) / step.doubleValue >= Double(ScenarioLimits.cellsMax) {
      cursor.report("the range has too many values; at most \(ScenarioLimits.cellsMax) are allowed")
    } else if let first = DecimalNumber(first), let last = DecimalNumber(last),
      let step = DecimalNumber(step),
      let values = DecimalNumber.steps(
        from: first, to: last, by: step, countMax: ScenarioLimits.cellsMax)
    {
      return values
    } else {
      cursor.report("the numbers have too many digits; at most 18 are allowed")
    }
    return nil
  }
}

extension Form<JSONNumber> {
  /// Any number, as written.
  fileprivate static var finite: Form {
    Form(schema: ["type": "number"], read: { $0.number() }, write: { .number($0) })
  }
}
