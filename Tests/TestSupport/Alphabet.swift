/// What texts are made of: groups of characters, the simplest group first.
public struct Alphabet: Sendable {
  let groups: [[String]]

  /// An alphabet of the given groups, each with at least one piece of text.
  public init(_ groups: [[String]]) {
    precondition(!groups.isEmpty && groups.allSatisfy { !$0.isEmpty }, "groups with characters")
    self.groups = groups
  }

  /// Lower-case letters, digits and `-`: plain names.
  public static let names = Alphabet([scalars(0x61...0x7a), scalars(0x30...0x39), ["-"]])

  /// Every printable ASCII character.
  public static let ascii = Alphabet([scalars(0x61...0x7a), scalars(0x20...0x7e)])

  /// Whatever breaks parsers, writers and tables.
  ///
  /// Quotes, controls, combining marks, emoji of several scalars, right-to-left text, invisible
  /// and unassigned characters, both ends of each plane.
  public static let nasty = Alphabet([
    scalars(0x61...0x7a),
    scalars(0x20...0x7e),
    ["\"", "\\", "/", "'", ",", ";", ":", "\\u", "\\\"", "<", "&", "]]>", "{", "}", "%", "$"],
    scalars(0x00...0x1f) + scalars(0x7f...0x9f) + ["\r\n"],
    scalars(0xa0...0x17f),
    ["e\u{301}", "\u{e9}", "\u{212b}", "\u{301}", "\u{1100}\u{1161}", "\u{ac00}", "\u{fb01}"],
    ["ß", "İ", "ı", "Σ", "ς", "漢字", "שלום", "مرحبا", "नमस्ते", "\u{202e}", "\u{200f}"],
    ["\u{2028}", "\u{2029}", "\u{feff}", "\u{200b}", "\u{200d}", "\u{ad}", "\u{85}", "\u{3000}"],
    ["😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "👍🏽", "\u{1d11e}", "\u{10000}", "\u{1f600}\u{fe0f}"],
    ["\u{d7ff}", "\u{e000}", "\u{fffd}", "\u{fffe}", "\u{ffff}", "\u{1fffe}", "\u{10ffff}"],
  ])

  private static func scalars(_ range: ClosedRange<UInt32>) -> [String] {
    range.compactMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}

extension Draw {
  /// A text of so many pieces of an alphabet, by default a nasty one; shrinks to "" and "aaa".
  public func string(
    _ count: ClosedRange<Int> = 0...12, of alphabet: Alphabet = .nasty
  ) -> String {
    let pieces = whole {
      array(count) { draw in
        let group = draw.element(of: alphabet.groups)
        return draw.element(of: group)
      }
    }
    return logged(pieces.joined())
  }
}
