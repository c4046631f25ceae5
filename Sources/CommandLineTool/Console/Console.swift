/// What a command sees of the world: where it reads and writes, and how it may look there.
struct Console: Sendable {
  let device: any ConsoleDevice
  /// Whether the user asked for no colours on the command line.
  var forbidsColor = false

  /// Writes to standard output, which is for results.
  func write(_ text: String) throws(CommandFailure) {
    try device.write(text)
  }

  /// Writes to standard error, which is for problems and progress.
  func writeError(_ text: String) {
    device.writeError(text)
  }

  /// Sees to it that everything written has left the process.
  func flush() throws(CommandFailure) {
    try device.flush()
  }

  /// The bytes of a file, or of standard input; refuses one that is too long without reading on.
  func read(
    _ input: InputPath, byteCountMax: Int = .max
  ) throws(CommandFailure) -> [UInt8] {
    switch input {
    case .file(let path): try device.readFile(path, byteCountMax: byteCountMax)
    case .standardInput: try device.readStandardInput(byteCountMax: byteCountMax)
    }
  }

  func environmentVariable(_ name: String) -> String? {
    device.environmentVariable(name)
  }

  func isTerminal(_ stream: OutputStream) -> Bool {
    device.isTerminal(stream)
  }

  /// Listens from now on for the wish that the process stop.
  func stopRequest() -> StopRequest { device.stopRequest() }

  /// How many columns a line may take: the terminal's width, or 80 where the stream goes elsewhere.
  func columns(of stream: OutputStream) -> Int {
    max(40, device.terminalColumns(of: stream) ?? 80)
  }

  /// How text may be marked on a stream: in colour only for people, and only if they let us.
  func style(for stream: OutputStream) -> TextStyle {
    let isForbidden =
      forbidsColor
      || !(environmentVariable("NO_COLOR") ?? "").isEmpty
      || environmentVariable("TERM") == "dumb"
    return TextStyle(isEnabled: isTerminal(stream) && !isForbidden)
  }
}
