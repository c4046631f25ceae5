import JSON
import Text

/// The positions of expectations in a file.
package struct ExpectationPlaces: Sendable {
  private let lines: [Int]

  /// Finds the expectations in the text of a scenario.
  package init(in text: [UInt8]) {
    guard let document = try? JSONDocument(parsing: text),
      case .object(let members) = document.root.content,
      case .array(let elements)? = members.first(where: { $0.key == "expect" })?.value.content
    else {
      lines = []
      return
    }
    lines = elements.map { document.position(ofOffset: $0.offset).line }
  }

  /// The line of an expectation, counted from 0; nil if it came from elsewhere.
  package func line(of index: Int) -> Int? { lines.indices.contains(index) ? lines[index] : nil }
}
