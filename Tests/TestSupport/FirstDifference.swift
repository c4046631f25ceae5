/// Where two texts begin to differ, shown so that one can see it.
package struct FirstDifference: Equatable, Sendable, CustomStringConvertible {
  /// Counted from 1, the column in Unicode scalars.
  package let line: Int
  package let column: Int
  /// The lines there; none where a text has ended.
  package let expected: String?
  package let actual: String?

  private let before: [String]
  private let markIndent: Int

  /// Compares scalar by scalar: texts that only look alike differ.
  package init?(expected: String, actual: String) {
    let (old, new) = (Self.lines(expected), Self.lines(actual))
    let same = zip(old, new).prefix { $0.elementsEqual($1) }.count
    guard same < max(old.count, new.count) else { return nil }
    let oldLine = same < old.count ? old[same] : []
    let newLine = same < new.count ? new[same] : []
    line = same + 1
    column = zip(oldLine, newLine).prefix { $0 == $1 }.count + 1
    self.expected = same < old.count ? Self.visible(oldLine) : nil
    self.actual = same < new.count ? Self.visible(newLine) : nil
    before = old[max(0, same - 2)..<same].map(Self.visible)
    markIndent = Self.escaped(oldLine.prefix(column - 1)).count
  }

  package var description: String {
    let context = before.map { "            \($0)" }
    let lines = [
      "  expected: \(expected ?? "(the end)")",
      "  actual:   \(actual ?? "(the end)")",
      "            \(String(repeating: " ", count: markIndent))^ line \(line), column \(column)",
    ]
    return (context + lines).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
  }

  /// The line with a space at its end shown too.
  private static func visible(_ line: [Unicode.Scalar]) -> String {
    line.last == " " ? escaped(line.dropLast()) + "\\u{20}" : escaped(line[...])
  }

  /// Letters as they are; controls and what combines or hides as escapes.
  private static func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { shown, scalar in
      if scalar.properties.isGraphemeBase {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }
}
