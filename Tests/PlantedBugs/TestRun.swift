import Foundation
import Synchronization

/// One run of some tests of a package, ended as soon as one of them fails.
final class TestRun: Sendable {
  /// What came of a run.
  enum Ending: Equatable {
    case passed
    /// What failed first.
    case failed(String)
    /// Somebody ended the hunt.
    case stopped
  }

  /// Why a run is ended from outside.
  private enum End {
    case failure
    case timeout
    case stop
  }

  private let process: Process
  private let end = Mutex<End?>(nil)

  /// A run that is not started yet.
  ///
  /// - Parameter bug: the number of the bug that is on; 0 for none.
  init(of package: URL, arguments: [String], bug: Int) {
    process = Process()
    #if os(Linux)
      // Here the tests are a program of their own, and start ten times as fast without SwiftPM.
      process.executableURL = package.appending(path: ".build/debug/quorumlabPackageTests.xctest")
      process.arguments = ["--testing-library", "swift-testing"] + arguments
    #else
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["swift", "test", "--skip-build", "--ignore-lock"] + arguments
    #endif
    process.currentDirectoryURL = package
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PLANTED_BUG": "\(bug)", "QUORUMLAB_SHRINK": "0"]) { $1 }
    process.standardInput = FileHandle.nullDevice
  }

  /// Runs until all tests have passed, one has failed, or the time is up, which counts as failed.
  func run(secondsMax: Double) throws -> Ending {
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let timeout = DispatchWorkItem { [self] in interrupt(.timeout) }
    DispatchQueue.global().asyncAfter(deadline: .now() + secondsMax, execute: timeout)
    var output = TestOutput()
    var rest = Data()
    while true {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      rest += data
      while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
        output.read(String(decoding: rest[..<newline], as: UTF8.self))
        rest = rest[(newline + 1)...]
      }
      if output.failure != nil { interrupt(.failure) }
    }
    process.waitUntilExit()
    timeout.cancel()
    if let failure = output.failure { return .failed(failure) }
    if end.withLock({ $0 }) == nil && process.terminationReason == .uncaughtSignal {
      return .failed("a trap")
    }
    switch end.withLock({ $0 }) {
    case .stop: return .stopped
    case .timeout: return .failed("no end")
    case .failure, nil:
      let isGood = process.terminationStatus == 0 || output.isSlow
      return isGood ? .passed : .failed("an error")
    }
  }

  /// Ends the run for good.
  func stop() { interrupt(.stop) }

  /// Tests end when they are interrupted, and `swift test` then ends them.
  private func interrupt(_ why: End) {
    let isFirst = end.withLock { end in
      defer { end = end ?? why }
      return end == nil
    }
    if isFirst && process.isRunning { process.interrupt() }
  }
}
