import JSON
import Text

/// One cell of a scenario file: which one it is, and all that a trial needs.
public struct ScenarioCell: Equatable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// The axes of the sweep, each with its value in the cell; none where there is no sweep.
  public let axes: [AxisValue]
  /// What is run.
  public let scenario: Scenario
}

/// An axis of a sweep and one of its values.
public struct AxisValue: Equatable, Sendable {
  /// The path of the axis, as the scenario writes it.
  public let axis: String
  /// The value.
  public let value: JSONValue
}

extension [AxisValue] {
  /// The values by their axes.
  public var json: JSONValue {
    .object(JSONObject(map { (key: $0.axis, value: $0.value) }))
  }

  /// Whether some conditions hold where the axes have these values.
  func meet(_ conditions: [AxisValue]) -> Bool {
    conditions.allSatisfy { condition in
      let own = first { $0.axis.hasSameCodePoints(as: condition.axis) }
      return own.map { $0.value == condition.value } ?? false
    }
  }
}
