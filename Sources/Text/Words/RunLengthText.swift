/// A list as a text with `;` between its elements, in which equal neighbours are written once, with
/// their number: `a;b*3`.
package enum RunLengthText {
  private static let separator: Character = ";"
  private static let times: Character = "*"

  /// The text of a list.
  ///
  /// - Parameter write: the text of an element, without `;` and `*`.
  package static func text<Element: Equatable>(
    of elements: [Element], _ write: (Element) -> String
  ) -> String {
    var runs: [(element: Element, count: Int)] = []
    for element in elements {
      if runs.last?.element == element {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((element, 1))
      }
    }
    return runs.map { run in
      run.count == 1 ? write(run.element) : "\(write(run.element))\(times)\(run.count)"
    }.joined(separator: String(separator))
  }

  /// Reads a list of so many elements; nil for any other text.
  package static func elements<Element>(
    of text: String, count: Int, _ read: (Substring) -> Element?
  ) -> [Element]? {
    var elements: [Element] = []
    if text.isEmpty { return count == 0 ? [] : nil }
    for run in text.split(separator: separator, omittingEmptySubsequences: false) {
      let parts = run.split(separator: times, omittingEmptySubsequences: false)
      guard parts.count <= 2, let number = parts.count == 2 ? Int(parts[1]) : 1,
        number >= 1, number <= count - elements.count, let element = read(parts[0])
      else { return nil }
      elements += Array(repeating: element, count: number)
    }
    return elements.count == count ? elements : nil
  }
}
