#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Gathers what goes to a file descriptor into large writes.
struct OutputBuffer: Sendable {
  private let descriptor: CInt
  private let byteCountMax: Int
  private var bytes: [UInt8] = []
  /// Why writing failed; nothing is written from then on.
  private var failure: CommandFailure?

  init(descriptor: CInt) {
    self.descriptor = descriptor
    byteCountMax = isatty(descriptor) == 1 ? 0 : 1 << 16
  }

  mutating func append(_ text: String) throws(CommandFailure) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count > byteCountMax { try flush() }
  }

  mutating func flush() throws(CommandFailure) {
    if failure == nil && !bytes.isEmpty {
      let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
      failure = code.map(outputFailure)
    }
    bytes.removeAll(keepingCapacity: true)
    if let failure { throw failure }
  }
}

/// What a failed write means: a reader that had enough, as in `… | head`, needs no message.
private func outputFailure(_ code: CInt) -> CommandFailure {
  CommandFailure(
    .outputFailed,
    code == EPIPE ? [] : ["cannot write to standard output: \(systemMessage(code))"])
}

/// Writes all bytes, or returns the error code that kept it from doing so.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> CInt? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if !canRetry(errno, descriptor, POLLOUT) {
      return errno
    }
  }
  return nil
}

/// Whether reading or writing failed for a passing reason only; waits until that has passed.
///
/// Another program may have made the terminal or pipe that it shares with this one non-blocking.
func canRetry(_ code: CInt, _ descriptor: CInt, _ event: Int32) -> Bool {
  guard code == EAGAIN else { return code == EINTR }
  var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  return poll(&request, 1, -1) >= 0 || errno == EINTR
}

/// What the system says about an error code.
func systemMessage(_ code: CInt) -> String {
  String(cString: strerror(code))
}
