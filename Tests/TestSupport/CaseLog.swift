/// What a case drew and what it noted, in the order it happened.
package struct CaseLog: Equatable, Sendable {
  package var drawn: [String] = []
  package var notes: [String] = []

  package init(drawn: [String] = [], notes: [String] = []) {
    self.drawn = drawn
    self.notes = notes
  }

  /// A value as ASCII text, so that what cannot be seen or told apart shows.
  package static func describe<Value>(_ value: Value) -> String {
    let text = value is any StringProtocol ? String(reflecting: value) : String(describing: value)
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      shown += scalar.isASCII ? String(scalar) : scalar.escaped(asASCII: true)
    }
  }
}
