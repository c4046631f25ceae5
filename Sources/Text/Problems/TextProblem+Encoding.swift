extension TextProblem {
  /// The problem with a text that is not in UTF-8 but in an encoding known by its first bytes.
  ///
  /// Windows programs call UTF-16 "Unicode" and save it without being asked. Read as UTF-8 it is
  /// letters with zero bytes between them, and a message on these would help nobody.
  package static func foreignEncoding(of text: [UInt8]) -> TextProblem? {
    encoding(startingWith: text).map { name in
      TextProblem(
        path: "$", message: "the file is in \(name), which cannot be read; save it in UTF-8")
    }
  }

  /// The encoding of a text that begins with a byte order mark or an ASCII character.
  private static func encoding(startingWith text: [UInt8]) -> String? {
    let marks: [([UInt8], String)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
    ]
    if let mark = marks.first(where: { text.starts(with: $0.0) }) { return mark.1 }
    // Without a mark: where the zero bytes of the first character are.
    if text.count >= 4 {
      let zeros = text.prefix(4).map { $0 == 0 }
      if zeros == [true, true, true, false] || zeros == [false, true, true, true] {
        return "UTF-32"
      }
    }
    return text.count >= 2 && (text[0] == 0) != (text[1] == 0) ? "UTF-16" : nil
  }
}
