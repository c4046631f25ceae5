import JSON
import Simulation

extension Form<Distribution> {
  /// A number of seconds, or an object with the name and parameters of a distribution.
  package static var distribution: Form {
    let variants = Variant.all
    let number = Form<Nanoseconds>.delay
    return Form(
      // It is used in several places, so it is a definition of its own in the schema.
      schema: ["$ref": "#/$defs/distribution"],
      read: { cursor in
        if cursor.isNumeric { return number.read(cursor).map { .constant($0) } }
        guard case .object = cursor.node.content else {
          return cursor.mismatch(
            "a number of seconds, or an object with one key of \(names(of: variants))")
        }
        guard let members = cursor.fields(variants.map(\.name))?.members else { return nil }
        if members.count != 1 {
          cursor.report(
            "a distribution must have exactly one key; allowed are \(names(of: variants))")
        }
        guard let only = members.first, members.count == 1 else { return nil }
        return variants.first { $0.name == only.key }?.read(only.value)
      },
      write: { distribution in
        switch distribution.kind {
        case .constant(let delay): ["constant": number.write(delay)]
        case .uniform(let least, let greatest):
          ["uniform": UniformParameters.form.write(.init(from: least, to: greatest))]
        case .exponential(let mean):
          ["exponential": ExponentialParameters.form.write(.init(mean: mean))]
        case .lognormal(let median, let sigma):
          ["lognormal": LognormalParameters.form.write(.init(median: median, sigma: sigma))]
        }
      })
  }
}

/// The definitions of the schema.
package enum SchemaDefinitions {
  /// The definitions by name.
  package static var json: JSONValue {
    let number = JSONValue.object(Form<Nanoseconds>.delay.schema)
    let variants = Variant.all.map { JSONValue.object($0.schema) }
    return ["distribution": ["anyOf": .array([number] + variants)]]
  }
}

/// A distribution that scenarios may use.
private struct Variant: Sendable {
  let name: String
  let schema: JSONObject
  let read: @Sendable (JSONCursor) -> Distribution?

  init<Parameters>(
    _ name: String, _ note: String, _ form: Form<Parameters>,
    _ make: @escaping @Sendable (Parameters) -> Distribution?
  ) {
    self.name = name
    schema = [
      "type": "object",
      "properties": .object([name: .object(form.explained(["description": .string(note)]).schema)]),
      "required": [.string(name)], "additionalProperties": false,
    ]
    read = { form.read($0).flatMap(make) }
  }

  static let all = [
    Variant("constant", "Always so many seconds.", Form<Nanoseconds>.delay) { .constant($0) },
    Variant("uniform", "Each time between two is equally likely.", UniformParameters.form) {
      $0.from <= $0.to ? .uniform(from: $0.from, to: $0.to) : nil
    },
    Variant("exponential", "An exponential distribution.", ExponentialParameters.form) {
      .exponential(mean: $0.mean)
    },
    Variant("lognormal", "A distribution whose logarithm is normal.", LognormalParameters.form) {
      .lognormal(median: $0.median, sigma: $0.sigma)
    },
  ]
}

private func names(of variants: [Variant]) -> String {
  variants.map(\.name).joined(separator: ", ")
}

private struct UniformParameters: Sendable {
  var from = Nanoseconds.zero
  var to = Nanoseconds.zero

  static let form = Form.record(
    UniformParameters(),
    [
      .required("from", \.from, .delay, "The shortest delay in seconds."),
      .required("to", \.to, .delay, "The longest delay in seconds; at least the shortest."),
    ]
  ).checked { cursor, range in
    if range.from > range.to {
      cursor.report("'from' is greater than 'to'; it must be at most 'to'")
    }
  }
}

private struct ExponentialParameters: Sendable {
  var mean = Nanoseconds.zero

  static let form = Form.record(
    ExponentialParameters(), [.required("mean", \.mean, .delay, "The mean delay in seconds.")])
}

private struct LognormalParameters: Sendable {
  var median: Nanoseconds = 1
  var sigma = 0.0

  static let form = Form.record(
    LognormalParameters(),
    [
      .required(
        "median", \.median,
        .duration(.from(1e-9, to: ScenarioLimits.delaySecondsMax)),
        "The median delay in seconds."),
      .required(
        "sigma", \.sigma, .number(.from(0, to: 100)),
        "The standard deviation of the delay's natural logarithm."),
    ])
}
