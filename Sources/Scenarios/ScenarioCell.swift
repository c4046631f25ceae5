import JSON
import Text

/// A cell of a scenario file, with the scenario to run.
public struct ScenarioCell: Equatable, Sendable {
  /// The number, from 1.
  public let number: Int
  /// The axes of the sweep with their values in the cell; empty without a sweep.
  public let axes: [AxisValue]
  /// The scenario to run.
  public let scenario: Scenario
  /// What `tune` is asked; nil if that is not said.
  package let tuning: TuneRequest?
}

/// An axis of a sweep and one of its values.
public struct AxisValue: Equatable, Sendable {
  /// The path of the axis, as in the scenario, or the name of its variants.
  public let axis: String
  /// The value, or the label of the variant.
  public let value: JSONValue
}

extension AxisValue {
  /// The values that meet this condition on an axis with some values: a list stands for any of its
  /// elements, unless it is a value itself.
  func values(in axis: [JSONValue]) -> [JSONValue] {
    if case .array(let elements) = value, !axis.contains(value) { elements } else { [value] }
  }
}

extension [AxisValue] {
  /// The values by their axes.
  public var json: JSONValue {
    .object(JSONObject(map { (key: $0.axis, value: $0.value) }))
  }

  /// Whether some conditions hold with these values.
  package func meet(_ conditions: [AxisValue]) -> Bool {
    conditions.allSatisfy { condition in
      let own = first { $0.axis.hasSameCodePoints(as: condition.axis) }
      return own.map { condition.values(in: [$0.value]).contains($0.value) } ?? false
    }
  }
}
