import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Collects the output for a file descriptor into large writes.
struct OutputBuffer: Sendable {
  private let descriptor: CInt
  private let byteCountMax: Int
  private var bytes: [UInt8] = []
  /// The first failure; nothing is written after it.
  private var failure: CommandFailure?

  init(descriptor: CInt) {
    self.descriptor = descriptor
    byteCountMax = isatty(descriptor) == 1 ? 0 : 1 << 16
  }

  mutating func append(_ text: String) throws(CommandFailure) {
    // Nothing is kept back then: a command with much work ahead ends at its next word.
    if let failure { throw failure }
    bytes.append(contentsOf: text.utf8)
    if bytes.count > byteCountMax { try flush() }
  }

  mutating func flush() throws(CommandFailure) {
    if failure == nil && !bytes.isEmpty {
      let code = bytes.withUnsafeBytes { Descriptor.writeAll($0, to: descriptor) }
      failure = code.map(outputFailure)
    }
    bytes.removeAll(keepingCapacity: true)
    if let failure { throw failure }
  }
}

/// The failure of a write.
private func outputFailure(_ code: CInt) -> CommandFailure {
  code == EPIPE
    ? .unread
    : CommandFailure(.outputFailed, "cannot write to standard output: \(systemMessage(code))")
}
