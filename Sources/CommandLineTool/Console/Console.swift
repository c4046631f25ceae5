import Text

/// The input and output of a command, and how text may look there.
struct Console: Sendable {
  let device: any ConsoleDevice
  /// Whether the command line turns colours off.
  var forbidsColor = false

  /// Writes data to standard output, byte for byte: JSON and CSV for other programs, and text that
  /// has nothing from a file.
  func write(_ text: String) throws(CommandFailure) {
    try device.write(text)
  }

  /// Shows lines for people on standard output.
  ///
  /// They may have names from files, so nothing in them but their ends reaches a terminal as a
  /// command. A name within a line has no line end; whoever puts it there uses `shown`.
  func show(_ lines: String) throws(CommandFailure) {
    try show(TonedText(lines))
  }

  /// Shows lines in the same way; good and bad news in colours, if the terminal may have them.
  func show(_ lines: TonedText) throws(CommandFailure) {
    let style = style(for: .standardOutput)
    try device.write(lines.runs.map(style.toned).joined())
  }

  /// Shows lines on standard error, in the same way.
  func showError(_ lines: String) {
    device.writeError(lines.shownLines)
  }

  /// Writes to standard error, which is for problems and progress.
  func writeError(_ text: String) {
    device.writeError(text)
  }

  /// Flushes all output.
  func flush() throws(CommandFailure) {
    try device.flush()
  }

  /// The bytes of a file or of standard input; refuses too many bytes without reading them all.
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

  /// The folder for the results of all scenarios whose folders are not named; nil if nothing may be
  /// kept that nobody asked for.
  var resultsFolder: String? { device.resultsFolder }

  /// From now on catches requests to stop the process.
  func stopRequest() -> StopRequest { device.stopRequest() }

  /// The largest number of columns of a line: the width of the terminal; without one what COLUMNS
  /// says, or else 80.
  func columns(of stream: OutputStream) -> Int {
    let said = environmentVariable("COLUMNS").flatMap { Int($0) }.map { min($0, 10_000) }
    return max(40, device.terminalColumns(of: stream) ?? said ?? 80)
  }

  /// How text is styled on a stream: with colours only on a terminal, and only if allowed.
  func style(for stream: OutputStream) -> TextStyle {
    let isForbidden = forbidsColor || !(environmentVariable("NO_COLOR") ?? "").isEmpty
    return TextStyle(isEnabled: obeysCommands(stream) && !isForbidden)
  }

  /// Whether a stream is a terminal that obeys commands, such as for colours or to write a line
  /// anew; one in an editor often does not.
  func obeysCommands(_ stream: OutputStream) -> Bool {
    isTerminal(stream) && environmentVariable("TERM") != "dumb"
  }
}
