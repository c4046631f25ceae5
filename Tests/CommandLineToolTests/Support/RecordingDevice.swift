import Synchronization

@testable import CommandLineTool

/// A console that keeps what is written and reads what it was given.
final class RecordingDevice: ConsoleDevice {
  /// The world that commands find.
  struct World: Sendable {
    var files: [String: String] = [:]
    var standardInput = ""
    var environment: [String: String] = [:]
    var terminals: Set<OutputStream> = []
    var columns: Int?
    /// Why writing to standard output fails, if it does.
    var writeFailure: CommandFailure?
    /// Why the last flush fails, if it does.
    var flushFailure: CommandFailure?
    /// Where unfinished checks are kept.
    var resultsFolder: String?
    /// The wish to stop.
    var stopRequest = StopRequest()
  }

  private struct Record: Sendable {
    var output = ""
    var error = ""
  }

  private let world: World
  private let record = Mutex(Record())

  init(_ world: World = World()) {
    self.world = world
  }

  var output: String { record.withLock { $0.output } }
  var error: String { record.withLock { $0.error } }

  func write(_ text: String) throws(CommandFailure) {
    if let failure = world.writeFailure { throw failure }
    record.withLock { $0.output += text }
  }

  func flush() throws(CommandFailure) {
    if let failure = world.flushFailure { throw failure }
  }

  func writeError(_ text: String) {
    record.withLock { $0.error += text }
  }

  func readFile(_ path: String, byteCountMax: Int) throws(CommandFailure) -> [UInt8] {
    guard let text = world.files[path] else {
      throw CommandFailure(.noInput, "'\(path)' is missing")
    }
    return try bounded(text, named: path, byteCountMax)
  }

  func readStandardInput(byteCountMax: Int) throws(CommandFailure) -> [UInt8] {
    try bounded(world.standardInput, named: "standard input", byteCountMax)
  }

  private func bounded(
    _ text: String, named name: String, _ byteCountMax: Int
  ) throws(CommandFailure) -> [UInt8] {
    if text.utf8.count <= byteCountMax { return Array(text.utf8) }
    throw CommandFailure(.badInput, "\(name) is too long")
  }

  func environmentVariable(_ name: String) -> String? { world.environment[name] }

  func isTerminal(_ stream: OutputStream) -> Bool { world.terminals.contains(stream) }

  var resultsFolder: String? { world.resultsFolder }

  func stopRequest() -> StopRequest { world.stopRequest }

  func terminalColumns(of stream: OutputStream) -> Int? {
    isTerminal(stream) ? world.columns : nil
  }
}

/// What a command line came to.
struct Outcome: Equatable {
  let status: ExitStatus
  let output: String
  let error: String
}

extension Program {
  /// Runs a command line, split at spaces, on a recording console.
  func outcome(
    of line: String, in world: RecordingDevice.World = .init()
  ) async -> Outcome {
    await outcome(of: line.split(separator: " ").map(String.init), in: world)
  }

  /// Runs a command line on a recording console.
  func outcome(
    of words: [String], in world: RecordingDevice.World = .init()
  ) async -> Outcome {
    let device = RecordingDevice(world)
    let status = await run(words, in: Console(device: device))
    return Outcome(status: status, output: device.output, error: device.error)
  }
}
