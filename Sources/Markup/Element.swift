/// An element of a document in XML or HTML, or of a drawing in SVG.
package struct Element: Sendable {
  /// What is inside an element.
  package enum Content: Sendable {
    case element(Element)
    case text(String)
    /// Text of a language that is not escaped, as that of `style`; it never comes from a file.
    case verbatim(StaticString)
  }

  /// The name.
  package let name: String
  /// The attributes, in their order; values are any text.
  package var attributes: [(name: String, value: String)]
  /// What is inside, in its order.
  package var content: [Content]

  /// An element with some content.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Content] = []
  ) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.content = content
  }

  /// An element with elements inside.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], elements: [Element]
  ) {
    self.init(name, attributes, elements.map(Content.element))
  }
}

extension Element.Content: ExpressibleByStringInterpolation {
  /// A text.
  package init(stringLiteral text: String) {
    self = .text(text)
  }
}

extension Element.Content {
  /// Whether nothing is written for it.
  fileprivate var isEmpty: Bool {
    switch self {
    case .element: false
    case .text(let text): text.isEmpty
    case .verbatim(let text): text.utf8CodeUnitCount == 0
    }
  }

  /// Whether white space beside it is part of what it says.
  fileprivate var isText: Bool {
    switch self {
    case .element: false
    case .text, .verbatim: true
    }
  }
}

extension Element {
  /// The element as a document in XML.
  package var xmlDocument: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(as: .xml, depth: 0) + "\n"
  }

  /// The element as a document in HTML.
  package var htmlDocument: String { "<!DOCTYPE html>\n" + text(as: .html, depth: 0) + "\n" }

  /// The language of a document.
  private enum Language {
    case xml
    case html
    /// A drawing in a page.
    case svgInHTML
  }

  /// The elements of HTML that have no content and no end.
  private static let voidNames: [String] = ["meta", "br", "hr", "col", "link", "img", "input"]

  private func text(as language: Language, depth: Int) -> String {
    let inside: Language = language == .html && name == "svg" ? .svgInHTML : language
    let start =
      "<" + name
      + attributes.map { " \($0.name)=\"\($0.value.markupEscaped(isAttribute: true))\"" }.joined()
    let content = content.filter { !$0.isEmpty }
    if content.isEmpty {
      switch language {
      case .xml, .svgInHTML: return start + "/>"
      case .html: return Self.voidNames.contains(name) ? start + ">" : "\(start)></\(name)>"
      }
    }
    let pieces = content.map { piece in
      switch piece {
      case .element(let element): element.text(as: inside, depth: depth + 1)
      case .text(let text): text.markupEscaped(isAttribute: false)
      case .verbatim(let text): text.description
      }
    }
    if content.contains(where: \.isText) { return "\(start)>\(pieces.joined())</\(name)>" }
    // A page is not indented: it has too many lines.
    func line(_ depth: Int) -> String {
      "\n" + (language == .xml ? String(repeating: "  ", count: depth) : "")
    }
    return "\(start)>\(pieces.map { line(depth + 1) + $0 }.joined())\(line(depth))</\(name)>"
  }
}

extension String {
  /// The text in XML 1.0 and HTML, which do not allow some control characters at all.
  package func markupEscaped(isAttribute: Bool) -> String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where isAttribute: text += "&quot;"
      case "\n" where isAttribute, "\t" where isAttribute, "\r": text += "&#\(scalar.value);"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
