/// The system as a console needs it.
protocol ConsoleDevice: Sendable {
  func write(_ text: String) throws(CommandFailure)
  func flush() throws(CommandFailure)
  /// Writes at once; where that fails there is nobody left to tell.
  func writeError(_ text: String)
  func readFile(_ path: String, byteCountMax: Int) throws(CommandFailure) -> [UInt8]
  func readStandardInput(byteCountMax: Int) throws(CommandFailure) -> [UInt8]
  func environmentVariable(_ name: String) -> String?
  func isTerminal(_ stream: OutputStream) -> Bool
  /// The width of the terminal that a stream goes to, or nil where that is not known.
  func terminalColumns(of stream: OutputStream) -> Int?
  /// Listens from now on for the wish that the process stop.
  func stopRequest() -> StopRequest
}

/// One of the two streams a program writes to.
enum OutputStream: Sendable {
  case standardOutput
  case standardError
}
