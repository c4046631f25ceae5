/// An XML element with elements or a text inside.
struct XMLElement {
  let name: String
  let attributes: KeyValuePairs<String, String>
  var children: [XMLElement] = []
  var content = ""

  /// The element as a complete document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(depth: 0) }

  private func text(depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    let start =
      indent + "<" + name
      + attributes.map { " \($0.key)=\"\($0.value.xmlEscaped(isAttribute: true))\"" }.joined()
    if !children.isEmpty {
      let inside = children.map { $0.text(depth: depth + 1) }.joined()
      return "\(start)>\n\(inside)\(indent)</\(name)>\n"
    }
    if content.isEmpty { return start + "/>\n" }
    return "\(start)>\(content.xmlEscaped(isAttribute: false))</\(name)>\n"
  }
}

extension String {
  /// The text in XML 1.0, which does not allow some control characters at all.
  func xmlEscaped(isAttribute: Bool) -> String {
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
