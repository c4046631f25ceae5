import JSON
import Text

/// The kind of values that a setting allows.
package indirect enum SettingKind: Hashable, Sendable {
  /// A number within a range.
  case number(NumberRange)
  /// Any finite number of seconds.
  case seconds
  /// True or false.
  case flag
  /// A whole number with a least value.
  case wholeNumber(atLeast: Int)
  /// One of several words.
  case word([Choice])
  /// A value of another kind, or null.
  case orNull(SettingKind)

  /// Whether a setting of this kind allows a value.
  package func allows(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.number(let range), .number(let number)): range.contains(number.doubleValue)
    case (.seconds, .number(let number)): number.doubleValue.isFinite
    case (.flag, .bool): true
    case (.wholeNumber(let least), .number(.integer(let number))): number >= least
    case (.word(let choices), .string(let text)):
      choices.contains { $0.word.hasSameCodePoints(as: text) }
    case (.orNull, .null): true
    case (.orNull(let kind), _): kind.allows(value)
    case (.number, _), (.seconds, _), (.flag, _), (.wholeNumber, _), (.word, _): false
    }
  }
}

extension SettingKind: CustomStringConvertible {
  /// The allowed values, in words.
  package var description: String {
    switch self {
    case .number(let range): "a number \(range)"
    case .seconds: "a finite number"
    case .flag: "true or false"
    case .wholeNumber(let least): "a whole number of at least \(least)"
    case .word(let choices): "one of \(choices.map(\.word).joined(separator: ", "))"
    case .orNull(let kind): "\(kind), or null"
    }
  }
}
