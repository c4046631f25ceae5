import JSON
import Text

/// The positions of expectations in a file.
public struct ExpectationPlaces: Sendable {
  private let lines: [Int?]

  /// The positions in the document of a scenario, which was made from a text.
  init(_ root: JSONNode, in text: [UInt8]) {
    guard case .array(let elements)? = root.member("expect")?.content else {
      lines = []
      return
    }
    lines = elements.map { element in
      // What came from an override has no line.
      element.offset < 0 ? nil : TextPosition(ofOffset: element.offset, in: text).line
    }
  }

  /// The line of an expectation, counted from 0; nil if it came from elsewhere.
  public func line(of index: Int) -> Int? { lines.indices.contains(index) ? lines[index] : nil }
}
