#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Complete reads and writes with the file descriptors of the system.
package enum Descriptor {
  /// Writes all bytes; returns the error code if that fails.
  package static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> CInt? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if !canRetry(errno, descriptor, POLLOUT) {
        return errno
      }
    }
    return nil
  }

  /// Reads to the end; nil if there are more bytes than allowed.
  ///
  /// - Parameter name: the name of the file in messages.
  package static func readAll(
    from descriptor: CInt, named name: String, byteCountMax: Int
  ) throws(FileError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += chunk[..<count]
        if bytes.count > byteCountMax { return nil }
      } else if count == 0 {
        return bytes
      } else if !canRetry(errno, descriptor, POLLIN) {
        throw FileError(.read, name, code: errno)
      }
    }
  }

  /// Calls the system until no signal interrupts it; returns the error code if it fails.
  static func retrying(_ call: () -> CInt) -> CInt? {
    while call() < 0 {
      if errno != EINTR { return errno }
    }
    return nil
  }

  /// A descriptor of a file, opened in spite of signals; the error code if that fails.
  static func opened(
    _ path: String, _ flags: CInt, mode: mode_t = 0o666
  ) -> Result<CInt, SystemError> {
    var descriptor: CInt = -1
    let code = retrying {
      descriptor = open(path, flags | O_CLOEXEC, mode)
      return descriptor
    }
    return code.map { .failure(SystemError(code: $0)) } ?? .success(descriptor)
  }

  /// Whether reading or writing failed only temporarily; waits until it can go on.
  ///
  /// Another program may have made a shared terminal or pipe non-blocking.
  private static func canRetry(_ code: CInt, _ descriptor: CInt, _ event: Int32) -> Bool {
    guard code == EAGAIN else { return code == EINTR }
    var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&request, 1, -1) >= 0 || errno == EINTR
  }
}

/// The error code of a call of the system.
struct SystemError: Error {
  let code: CInt
}

/// The system's text for an error code.
package func systemMessage(_ code: CInt) -> String {
  String(cString: strerror(code))
}
