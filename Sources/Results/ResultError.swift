import Files

/// Why a result could not be read or written.
public struct ResultError: Error, Equatable, Sendable {
  /// What kind of thing went wrong.
  public enum Kind: Sendable {
    /// Something cannot be read.
    case unreadable
    /// The place cannot be written to, or holds something that must not be lost.
    case uncreatable
    /// Writing began and failed.
    case unwritable
    /// What was read is damaged, or belongs to something else.
    case badData
    /// Parts are missing.
    case incomplete
  }

  /// What kind of thing went wrong.
  public let kind: Kind
  /// What to tell the user, one line a problem.
  public let messages: [String]

  init(_ kind: Kind, _ messages: [String]) {
    self.kind = kind
    self.messages = messages
  }

  init(_ kind: Kind, _ message: String) {
    self.init(kind, [message])
  }

  init(_ error: FileError) {
    let kind: Kind =
      switch error.operation {
      case .read: .unreadable
      case .create: .uncreatable
      case .write, .remove: .unwritable
      }
    self.init(kind, error.message)
  }
}

/// Does something with files, giving their errors the form that results have.
func withFiles<Value>(_ work: () throws(FileError) -> Value) throws(ResultError) -> Value {
  do throws(FileError) {
    return try work()
  } catch {
    throw ResultError(error)
  }
}
