import JSON
import Simulation

extension Form<Nanoseconds> {
  /// A number of seconds, stored in nanoseconds.
  package static func duration(_ range: NumberRange) -> Form {
    Form<Double>.number(range).mapped({ Nanoseconds(seconds: $0) }, { $0.exactSeconds })
  }

  /// A delay, which may be 0.
  package static var delay: Form { .duration(.from(0, to: ScenarioLimits.delaySecondsMax)) }
}

extension Form<VirtualTime> {
  /// A number of seconds since the start of the simulation.
  package static var time: Form {
    Form<Nanoseconds>.duration(.from(0, to: ScenarioLimits.timeSecondsMax))
      .mapped({ VirtualTime(sinceStart: $0) }, { $0.sinceStart })
  }
}

extension Nanoseconds {
  /// The number of seconds from which the same count is read again.
  ///
  /// `seconds` divides the whole count; beyond 104 days a double has too few digits for that.
  fileprivate var exactSeconds: Double {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: 1_000_000_000)
    return Double(whole) + Double(rest) / 1e9
  }
}
