#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A date and time, for logs; results never depend on it.
package struct Moment: Sendable, CustomStringConvertible {
  private let secondsSince1970: Int

  /// The present time.
  package static var now: Moment { Moment(secondsSince1970: Int(time(nil))) }

  init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The time in ISO 8601 format, in UTC.
  package var description: String {
    let second = secondsSince1970 % 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, to: 2) }
    return "\(date)T\(clock.joined(separator: ":"))Z"
  }

  /// The date in the Gregorian calendar, which repeats every 400 years, computed from 1 March so
  /// that leap days come last.
  private var date: String {
    let days = secondsSince1970 / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
