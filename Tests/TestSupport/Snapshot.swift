import Foundation
import Testing

/// A text kept in `Snapshots/` beside a test file, which what a program writes must equal.
public struct Snapshot: Sendable {
  package let file: URL

  private init(file: URL) {
    self.file = file
  }

  package init(_ name: String, from filePath: String) {
    file = URL(filePath: filePath).deletingLastPathComponent()
      .appending(path: "Snapshots").appending(path: name)
  }

  /// Reports a text that is not the one in the file.
  ///
  /// With `QUORUMLAB_RECORD=1` the file is written anew, and the test fails that once: a recording
  /// shows nothing until somebody has looked at the change.
  public static func expect(
    _ text: String, equals name: String, from filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    Snapshot(name, from: filePath).expect(text, named: name, sourceLocation)
  }

  /// Reports a text that is not the one in a file somewhere in the repository.
  public static func expect(
    _ text: String, equals name: String, in folder: URL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    Snapshot(file: folder.appending(path: name)).expect(text, named: name, sourceLocation)
  }

  private func expect(_ text: String, named name: String, _ sourceLocation: SourceLocation) {
    let isRecording = ProcessInfo.processInfo.environment["QUORUMLAB_RECORD"] == "1"
    do {
      let verdict = try compare(text, isRecording: isRecording)
      if let message = verdict.message(on: name) {
        Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
      }
    } catch {
      Issue.record(error, "the snapshot \(name)", sourceLocation: sourceLocation)
    }
  }

  /// Compares a text with the file, or writes the file where they differ and it is to be recorded.
  package func compare(_ text: String, isRecording: Bool) throws -> Verdict {
    let exists = FileManager.default.fileExists(atPath: file.path)
    let expected = exists ? try String(decoding: Data(contentsOf: file), as: UTF8.self) : ""
    if exists, let difference = FirstDifference(expected: expected, actual: text) {
      return isRecording ? try record(text) : .differs(difference)
    }
    return exists ? .same : isRecording ? try record(text) : .missing
  }

  private func record(_ text: String) throws -> Verdict {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return .recorded
  }
}

extension Snapshot {
  /// What came of a comparison.
  package enum Verdict: Equatable, Sendable {
    case same
    case missing
    case recorded
    case differs(FirstDifference)

    func message(on name: String) -> String? {
      switch self {
      case .same: nil
      case .recorded: "\(name): recorded; look at the change and run again"
      case .missing: "\(name): there is no such snapshot; QUORUMLAB_RECORD=1 writes it"
      case .differs(let difference):
        "\(name) differs; QUORUMLAB_RECORD=1 writes it anew\n\(difference)"
      }
    }
  }
}
