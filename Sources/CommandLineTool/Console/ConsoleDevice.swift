/// The system functions that a console needs.
protocol ConsoleDevice: Sendable {
  func write(_ text: String) throws(CommandFailure)
  func flush() throws(CommandFailure)
  /// Writes at once; a failure is ignored, because it cannot be reported.
  func writeError(_ text: String)
  func readFile(_ path: String, byteCountMax: Int) throws(CommandFailure) -> [UInt8]
  func readStandardInput(byteCountMax: Int) throws(CommandFailure) -> [UInt8]
  func environmentVariable(_ name: String) -> String?
  func isTerminal(_ stream: OutputStream) -> Bool
  /// The width of the terminal of a stream; nil if it is unknown.
  func terminalColumns(of stream: OutputStream) -> Int?
  /// The folder for the results of all scenarios whose folders are not named; nil if nothing may be
  /// kept that nobody asked for.
  var resultsFolder: String? { get }
  /// From now on catches requests to stop the process.
  func stopRequest() -> StopRequest
}

/// One of the two streams a program writes to.
enum OutputStream: Sendable {
  case standardOutput
  case standardError
}
