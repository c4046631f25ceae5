import Files
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The console of this process.
///
/// Standard output is collected into large writes, or written at once on a terminal.
final class SystemDevice: ConsoleDevice {
  private let inputDescriptor: CInt
  private let outputDescriptor: CInt
  private let errorDescriptor: CInt
  private let output: Mutex<OutputBuffer>

  init(
    input: CInt = STDIN_FILENO, output: CInt = STDOUT_FILENO, error: CInt = STDERR_FILENO
  ) {
    inputDescriptor = input
    outputDescriptor = output
    errorDescriptor = error
    self.output = Mutex(OutputBuffer(descriptor: output))
    // `write` then reports a reader that has gone, so the process first tidies up its files.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Ends the process; if nobody reads its output any more, by the signal that ends other tools.
  static func exit(with status: ExitStatus) -> Never {
    if status == .unread {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    #if canImport(Darwin)
      Darwin.exit(status.rawValue)
    #elseif canImport(Musl)
      Musl.exit(status.rawValue)
    #else
      Glibc.exit(status.rawValue)
    #endif
  }

  // MARK: Writing

  func write(_ text: String) throws(CommandFailure) {
    try output.withLock { buffer throws(CommandFailure) in try buffer.append(text) }
  }

  func flush() throws(CommandFailure) {
    try output.withLock { buffer throws(CommandFailure) in try buffer.flush() }
  }

  func writeError(_ text: String) {
    // Earlier output comes first. A failure is kept, and reported by the next write or flush.
    try? flush()
    var text = text
    _ = text.withUTF8 { Descriptor.writeAll(UnsafeRawBufferPointer($0), to: errorDescriptor) }
  }

  // MARK: Reading

  func readFile(_ path: String, byteCountMax: Int) throws(CommandFailure) -> [UInt8] {
    try read("'\(path)'", byteCountMax) { () throws(FileError) in
      try FileSystem.read(path, byteCountMax: byteCountMax)
    }
  }

  func readStandardInput(byteCountMax: Int) throws(CommandFailure) -> [UInt8] {
    let name = "standard input"
    return try read(name, byteCountMax) { () throws(FileError) in
      try Descriptor.readAll(from: inputDescriptor, named: name, byteCountMax: byteCountMax)
    }
  }

  private func read(
    _ name: String, _ byteCountMax: Int, _ bytes: () throws(FileError) -> [UInt8]?
  ) throws(CommandFailure) -> [UInt8] {
    do throws(FileError) {
      if let bytes = try bytes() { return bytes }
    } catch {
      throw CommandFailure(error)
    }
    throw CommandFailure(
      .badInput, "\(name) is too long; at most \(byteCountMax) bytes are allowed")
  }

  func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  func isTerminal(_ stream: OutputStream) -> Bool {
    isatty(descriptor(of: stream)) == 1
  }

  func terminalColumns(of stream: OutputStream) -> Int? {
    var size = winsize()
    guard ioctl(descriptor(of: stream), UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  var resultsFolder: String? { "results" }

  func stopRequest() -> StopRequest { .fromSignals() }

  private func descriptor(of stream: OutputStream) -> CInt {
    switch stream {
    case .standardOutput: outputDescriptor
    case .standardError: errorDescriptor
    }
  }
}
