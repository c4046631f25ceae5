/// The messages and keys whose codes were computed elsewhere; see `Fixtures/README.md`.
enum TestMessage {
  static func message(byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8((131 * $0 + 7) % 256) }
  }

  static func key(byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8((29 * $0 + 3) % 256) }
  }
}
