import Foundation
import TestSupport
import Testing

@Suite struct SnapshotTests {
  /// Runs some work with a test file's path in a folder that is gone afterwards.
  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.appending(path: "SomeTests.swift").path)
  }

  @Test func theFileBesideTheTestIsCompared() {
    Snapshot.expect("A text of\ntwo lines.\n", equals: "text.txt")
  }

  @Test func recordingFailsOnceAndThenPasses() throws {
    try inFolder { path throws in
      let snapshot = Snapshot("help.txt", from: path)
      #expect(try snapshot.compare("usage\n", isRecording: false) == .missing)
      #expect(try snapshot.compare("usage\n", isRecording: true) == .recorded)
      #expect(try snapshot.compare("usage\n", isRecording: true) == .same)
      #expect(try snapshot.compare("usage\n", isRecording: false) == .same)
    }
  }

  @Test func aDifferenceIsShownAndNotWritten() throws {
    try inFolder { path throws in
      let snapshot = Snapshot("help.txt", from: path)
      _ = try snapshot.compare("usage\n", isRecording: true)
      for _ in 0..<2 {
        let difference = try #require(FirstDifference(expected: "usage\n", actual: "Usage\n"))
        #expect(try snapshot.compare("Usage\n", isRecording: false) == .differs(difference))
      }
      #expect(try snapshot.compare("Usage\n", isRecording: true) == .recorded)
      #expect(try snapshot.compare("Usage\n", isRecording: false) == .same)
    }
  }

  @Test func anEmptyTextIsNoMissingFile() throws {
    try inFolder { path throws in
      let snapshot = Snapshot("empty.txt", from: path)
      #expect(try snapshot.compare("", isRecording: false) == .missing)
      #expect(try snapshot.compare("", isRecording: true) == .recorded)
      #expect(try snapshot.compare("", isRecording: false) == .same)
    }
  }
}
