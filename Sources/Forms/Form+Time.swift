import JSON
import Simulation

extension Form<Nanoseconds> {
  /// A number of seconds, kept to the nanosecond.
  package static func duration(_ range: NumberRange) -> Form {
    Form<Double>.number(range).mapped({ Nanoseconds(seconds: $0) }, { $0.exactSeconds })
  }

  /// A span that may be none.
  package static var delay: Form { .duration(.from(0, to: ScenarioLimits.delaySecondsMax)) }
}

extension Form<VirtualTime> {
  /// A number of seconds since the simulation began.
  package static var time: Form {
    Form<Nanoseconds>.duration(.from(0, to: ScenarioLimits.timeSecondsMax))
      .mapped({ VirtualTime(sinceStart: $0) }, { $0.sinceStart })
  }
}

extension Nanoseconds {
  /// The seconds from which the same count is read again.
  ///
  /// `seconds` divides the whole count, whose last digits a double has no room for beyond 104 days.
  fileprivate var exactSeconds: Double {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: 1_000_000_000)
    return Double(whole) + Double(rest) / 1e9
  }
}
