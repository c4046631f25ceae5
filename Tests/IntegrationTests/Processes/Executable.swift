import Foundation

/// The built program, started as a process of its own.
struct Executable {
  /// Where programs lie: beside the tests.
  private static let products: URL = {
    #if os(macOS)
      Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
    #else
      Bundle.main.bundleURL
    #endif
  }()

  private final class Marker {}

  /// Its name.
  var name = "quorumlab"
  /// The folder it is started in.
  let folder: String

  /// Starts it with some words.
  ///
  /// - Parameter output: where standard output goes.
  func start(_ line: String, output: FileHandle = .nullDevice) throws -> Run {
    let process = Process()
    process.executableURL = Self.products.appending(path: name)
    process.arguments = line.split(separator: " ").map(String.init)
    process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    return Run(process: process, ended: ended)
  }

  /// One run of it.
  struct Run {
    fileprivate let process: Process
    fileprivate let ended: DispatchSemaphore

    /// Sends it a signal.
    func send(_ signal: CInt) { kill(process.processIdentifier, signal) }

    /// Waits for its end; its exit status, or nil if a signal ended it.
    func end() -> Int32? {
      ended.wait()
      return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    /// Waits for its end; the signal that ended it, or nil if none did.
    func endSignal() -> CInt? {
      ended.wait()
      return process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    }

    /// Whether it has not ended yet.
    var isRunning: Bool { process.isRunning }
  }
}
