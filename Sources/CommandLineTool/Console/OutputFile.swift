import Files
import JSON
import Text

/// A file that a command writes beside its output, at a path of the user.
///
/// What is not ours stays: a file that is there is replaced only if it is of the same kind, and never
/// if it is an input of the same command.
struct OutputFile {
  /// The kind of a file, by which the command knows one that it, or another of its kind, wrote.
  struct Kind: Sendable {
    /// The name with an article, for messages.
    let name: String
    let matches: @Sendable (_ text: [UInt8]) -> Bool
  }

  let path: String

  /// A file to write; throws if it cannot be written, or must not.
  init(
    _ path: String, _ kind: Kind, besides inputs: [InputPath]
  ) throws(CommandFailure) {
    self.path = path
    if FileSystem.isStream(path) { return }
    if FileSystem.isFolder(path) { throw Self.refusal(path, "it is a folder") }
    for case .file(let input) in inputs where FileSystem.areSame(path, input) {
      throw Self.refusal(path, "it is an input of the same command")
    }
    guard FileSystem.isFolder(FileSystem.folder(of: path)) else {
      throw Self.refusal(path, "its folder does not exist")
    }
    guard let text = try Self.text(at: path), !text.isEmpty, !kind.matches(text) else { return }
    throw Self.refusal(path, "it is there, and it is not \(kind.name)")
  }

  /// Writes the whole file.
  func write(_ text: String) throws(CommandFailure) {
    do throws(FileError) {
      try FileSystem.write(Array(text.utf8), to: path)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The text of a file that is there; no file that a command writes beside its output is larger.
  private static func text(at path: String) throws(CommandFailure) -> [UInt8]? {
    do throws(FileError) {
      return try FileSystem.readStored(path, byteCountMax: 1 << 30)
    } catch {
      throw refusal(path, error.message)
    }
  }

  private static func refusal(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      .cannotCreate, "'\(path)' is left unchanged: \(reason); use another path, or move it away")
  }
}

extension OutputFile.Kind {
  /// A JUnit report, of whatever program.
  static let junit = Self(name: "a JUnit report") { text in
    text.starts(with: "<?xml".utf8)
      && String(decoding: text.prefix(4096), as: UTF8.self).contains("<testsuite")
  }

  /// A scenario that `--attack-scenario` wrote under some name.
  static func attack(named name: String) -> Self {
    Self(name: "the attack '\(name)'") { text in
      guard let document = try? JSONDocument(parsing: text),
        case .object(let scenario) = document.root.value
      else { return false }
      return scenario["name"] == .string(name)
        && ["description", "trials", "mode", "config", "safeguards", "voters", "workload"]
          .allSatisfy { scenario[$0] != nil }
    }
  }
}
