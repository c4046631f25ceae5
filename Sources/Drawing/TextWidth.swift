/// How wide a text is, at most.
///
/// Nobody knows which font a reader has. So the widths are those of DejaVu Sans, which is wider than
/// nearly all other fonts without serifs; where it is missing, labels have a little more room.
package enum TextWidth {
  /// The advance of each printable character of ASCII, from space to tilde, in thousandths of the
  /// size.
  ///
  /// They were read from the font with fontTools.
  private static let advances: [Double] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]

  /// The width of a text in a size, in the unit of the size.
  package static func of(_ text: String, size: Double) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: sum += advances[Int(scalar.value) - 0x20]
      // Marks that stand on the character before.
      case 0x300...0x36F: break
      case 0..<0x2E80: sum += 838
      // Ideographs and pictures.
      default: sum += 1100
      }
    }
    return sum * size / 1000
  }

  /// The text, cut in its middle if it is wider than there is room.
  package static func fitting(_ text: String, size: Double, room: Double) -> String {
    if of(text, size: size) <= room { return text }
    let letters = Array(text)
    var kept = letters.count - 1
    while kept > 1 {
      let start = (kept + 1) / 2
      let short = String(letters.prefix(start)) + "…" + String(letters.suffix(kept - start))
      if of(short, size: size) <= room { return short }
      kept -= 1
    }
    return "…"
  }
}
