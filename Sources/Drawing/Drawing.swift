import Markup

/// A drawing in SVG, whose marks have names of styles instead of colours.
package struct Drawing: Sendable {
  /// Which part of a text stands at its place.
  package enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  /// The width in pixels.
  package let width: Double
  /// The height in pixels.
  package let height: Double
  private var marks: [Element] = []

  /// An empty drawing.
  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A line from one point to another.
  package mutating func line(
    _ style: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    marks.append(
      Element(
        "line",
        [
          "class": style, "x1": Self.text(start.x), "y1": Self.text(start.y),
          "x2": Self.text(end.x), "y2": Self.text(end.y),
        ]))
  }

  /// A line through some points.
  package mutating func line(_ style: String, through points: [(x: Double, y: Double)]) {
    marks.append(Element("polyline", ["class": style, "points": Self.text(points)]))
  }

  /// An area within some points.
  package mutating func area(_ style: String, within points: [(x: Double, y: Double)]) {
    marks.append(Element("polygon", ["class": style, "points": Self.text(points)]))
  }

  /// A rectangle.
  package mutating func rectangle(
    _ style: String, x: Double, y: Double, width: Double, height: Double
  ) {
    marks.append(
      Element(
        "rect",
        [
          "class": style, "x": Self.text(x), "y": Self.text(y), "width": Self.text(width),
          "height": Self.text(height),
        ]))
  }

  /// A circle.
  package mutating func circle(_ style: String, x: Double, y: Double, radius: Double) {
    marks.append(
      Element(
        "circle",
        ["class": style, "cx": Self.text(x), "cy": Self.text(y), "r": Self.text(radius)]))
  }

  /// A text, with its base line at a height.
  package mutating func label(
    _ style: String, _ text: String, x: Double, y: Double, anchor: Anchor = .start
  ) {
    marks.append(
      Element(
        "text",
        [
          "class": style, "x": Self.text(x), "y": Self.text(y), "text-anchor": anchor.rawValue,
        ], [.text(text)]))
  }

  /// The drawing as part of a page.
  ///
  /// - Parameters:
  ///   - name: what no other drawing of the page has, in letters, digits and hyphens.
  ///   - title: what it is called by programs that read it aloud.
  ///   - description: what it shows.
  package func element(named name: String, title: String, description: String) -> Element {
    Element(
      "svg",
      [
        "viewBox": "0 0 \(Self.text(width)) \(Self.text(height))", "role": "img",
        "aria-labelledby": "\(name)-title \(name)-description",
      ],
      elements: [
        Element("title", ["id": "\(name)-title"], [.text(title)]),
        Element("desc", ["id": "\(name)-description"], [.text(description)]),
      ] + marks)
  }

  /// A coordinate in hundredths of a pixel.
  private static func text(_ coordinate: Double) -> String {
    let hundredths = Int((coordinate * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func text(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
  }
}
