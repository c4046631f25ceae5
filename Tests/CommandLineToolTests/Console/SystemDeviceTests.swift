import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

struct SystemDeviceTests {
  private let folder = TemporaryFolder()

  @Test func textReachesStandardOutputWhenFlushedInOrder() throws {
    let pipe = Pipe()
    let device = SystemDevice(output: pipe.fileHandleForWriting.fileDescriptor)
    try device.write("one ")
    try device.write("two é\n")
    try device.flush()
    try device.flush()
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("one two é\n".utf8))
  }

  @Test func largeOutputIsNotKeptBack() throws {
    let file = try temporaryFile(Data())
    let handle = try FileHandle(forWritingTo: file)
    let device = SystemDevice(output: handle.fileDescriptor)
    let line = String(repeating: "x", count: 999) + "\n"
    for _ in 0..<1_000 { try device.write(line) }
    #expect(try Data(contentsOf: file).count > 900_000)
    try device.flush()
    #expect(try Data(contentsOf: file).count == 1_000_000)
    try handle.close()
  }

  @Test func standardOutputGoesOutBeforeAnErrorIsTold() throws {
    let file = try temporaryFile(Data())
    let handle = try FileHandle(forWritingTo: file)
    let device = SystemDevice(output: handle.fileDescriptor, error: handle.fileDescriptor)
    try device.write("result\n")
    device.writeError("problem\n")
    #expect(try Data(contentsOf: file) == Data("result\nproblem\n".utf8))
    try handle.close()
  }

  @Test func aReaderThatWentAwayEndsOutputWithoutAWord() throws {
    let pipe = Pipe()
    let device = SystemDevice(output: pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForReading.close()
    try device.write("into the void")
    let unread = CommandFailure(.unread, [])
    #expect(throws: unread) { try device.flush() }
    #expect(throws: unread) { try device.flush() }
    #expect(throws: unread) { try device.write("") }
    try pipe.fileHandleForWriting.close()
  }

  @Test func outputThatCannotBeWrittenIsAFailureThatStays() throws {
    let file = try temporaryFile(Data())
    let readOnly = try FileHandle(forReadingFrom: file)
    let errors = Pipe()
    let device = SystemDevice(
      output: readOnly.fileDescriptor, error: errors.fileHandleForWriting.fileDescriptor)
    try device.write("text")
    device.writeError("told at once\n")
    let failure = CommandFailure(
      .outputFailed, "cannot write to standard output: Bad file descriptor")
    #expect(throws: failure) { try device.flush() }
    // Even when writing would work again, nothing may follow what was lost.
    let other = try temporaryFile(Data())
    let writable = try FileHandle(forWritingTo: other)
    dup2(writable.fileDescriptor, readOnly.fileDescriptor)
    #expect(throws: failure) { try device.write(String(repeating: "x", count: 100_000)) }
    #expect(throws: failure) { try device.flush() }
    #expect(try Data(contentsOf: other).isEmpty)
    try writable.close()
    try readOnly.close()
    try errors.fileHandleForWriting.close()
    #expect(try errors.fileHandleForReading.readToEnd() == Data("told at once\n".utf8))
  }

  @Test func streamsThatOthersMadeNonBlockingAreWaitedFor() throws {
    let pipe = Pipe()
    for descriptor in [
      pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor,
    ] {
      #expect(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0)
    }
    let device = SystemDevice(
      input: pipe.fileHandleForReading.fileDescriptor,
      output: pipe.fileHandleForWriting.fileDescriptor)
    // Both sides have to wait for one another, so the writer gets a thread of its own.
    let text = String(repeating: "x", count: 1_000_000)
    Thread {
      try? device.write(text)
      try? device.flush()
      try? pipe.fileHandleForWriting.close()
    }.start()
    #expect(try device.readStandardInput(byteCountMax: .max).count == 1_000_000)
  }

  @Test func filesAreReadWhole() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    let file = try temporaryFile(Data(bytes))
    #expect(
      try SystemDevice().readFile(file.path(percentEncoded: false), byteCountMax: .max) == bytes)
  }

  @Test func standardInputIsReadWhole() throws {
    let file = try temporaryFile(Data("from a file".utf8))
    let handle = try FileHandle(forReadingFrom: file)
    let device = SystemDevice(input: handle.fileDescriptor)
    #expect(try device.readStandardInput(byteCountMax: .max) == Array("from a file".utf8))
    try handle.close()
  }

  @Test func unreadableInputSaysWhy() throws {
    let file = try temporaryFile(Data()).path(percentEncoded: false)
    for (path, message) in [
      (folder.path, "cannot read '\(folder.path)': Is a directory"),
      (folder.place("none"), "'\(folder.place("none"))' is missing"),
      (folder.place("no/ne"), "'\(folder.place("no/ne"))' is missing"),
      (file + "/none", "cannot read '\(file)/none': Not a directory"),
    ] {
      #expect(throws: CommandFailure(.noInput, message)) {
        try SystemDevice().readFile(path, byteCountMax: .max)
      }
    }
    #expect(
      throws: CommandFailure(.noInput, "cannot read standard input: Bad file descriptor")
    ) {
      try SystemDevice(input: -1).readStandardInput(byteCountMax: .max)
    }
  }

  @Test func theSurroundingsAreTheProcesss() throws {
    let pipe = Pipe()
    let device = SystemDevice(output: pipe.fileHandleForWriting.fileDescriptor)
    #expect(!device.isTerminal(.standardOutput))
    #expect(device.terminalColumns(of: .standardOutput) == nil)
    try pipe.fileHandleForWriting.close()
    let path = ProcessInfo.processInfo.environment["PATH"]
    #expect(device.environmentVariable("PATH") == path)
    #expect(device.environmentVariable("QUORUMLAB_NO_SUCH_VARIABLE") == nil)
  }

  /// A new file.
  private func temporaryFile(_ data: Data) throws -> URL {
    let name = UUID().uuidString
    try folder.write(data, to: name)
    return URL(filePath: folder.place(name))
  }
}
