import Forms
import JSON

/// A field that a sweep changes, with its values, or several fields that change together.
public struct SweepAxis: Equatable, Sendable {
  /// The path of the field, as in the scenario, or the name of the variants.
  public let name: String
  /// The values in order, all different, as in rows: for variants their labels.
  public let values: [JSONValue]
  /// For each label, the paths of the fields with their values; nil for the values of one field.
  public let variants: [JSONObject]?
}

extension SweepAxis {
  init(_ axis: Sweep.Axis) {
    name = axis.name
    values = axis.choices.map(\.shown)
    variants =
      axis.hasVariants
      ? axis.choices.map { choice in
        let fields = choice.changes.map { (key: $0.text, value: $0.value.value.resolved) }
        // The order of the paths makes no difference.
        return JSONObject(JSONObject(fields).sortedMembers)
      } : nil
  }

  /// The value of a condition as the axis shows it.
  func shown(_ condition: JSONValue) -> JSONValue {
    variants == nil ? condition.resolved : condition
  }

  fileprivate var json: JSONValue {
    guard let variants else { return .array(values) }
    return .array(zip(values, variants).map { ["label": $0, "set": .object($1)] })
  }
}

extension Form<[SweepAxis]> {
  /// The form of a sweep: paths with lists of values or with ranges, and names with variants.
  static var sweep: Form {
    let variants: JSONObject = [
      "type": "array", "minItems": 1, "maxItems": JSONValue(ScenarioLimits.cellsMax),
      "items": .object(VariantDraft.form.schema),
    ]
    let values: JSONObject = [
      "type": "array", "minItems": 1, "maxItems": JSONValue(ScenarioLimits.cellsMax),
      "uniqueItems": true, "items": ["not": ["type": "object", "required": ["label", "set"]]],
    ]
    return Form(
      schema: [
        "type": "object", "maxProperties": JSONValue(ScenarioLimits.axesMax),
        "additionalProperties": [
          "description": "a list of values, a range of numbers, or a list of variants",
          "anyOf": [.object(values), .object(SweepRange.form.schema), .object(variants)],
        ],
      ],
      read: { Sweep($0).axes },
      write: { .object(JSONObject($0.map { (key: $0.name, value: $0.json) })) })
  }
}
