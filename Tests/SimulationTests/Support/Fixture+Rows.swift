import TestSupport

extension Fixture {
  /// The fields of a file of known answers: lines apart from comments, which start with `#`.
  static func rows(_ name: String) throws -> [[String]] {
    try lines(name, from: #filePath).filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: " ").map(String.init)
    }
  }
}

extension UInt64 {
  init?(hexadecimal text: String) {
    self.init(text, radix: 16)
  }
}
