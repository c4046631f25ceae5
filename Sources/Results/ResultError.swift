import Files

/// Why a result could not be read or written.
public struct ResultError: Error, Equatable, Sendable {
  /// The kind of failure.
  public enum Kind: Sendable {
    /// Something cannot be read.
    case unreadable
    /// The place cannot be written to, or has data that must not be lost.
    case uncreatable
    /// Writing failed after it began.
    case unwritable
    /// The data is damaged, or belongs to other work.
    case badData
    /// Parts are missing.
    case incomplete
  }

  /// The kind of failure.
  public let kind: Kind
  /// Messages for the user, one line for each problem.
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

/// Runs some work on files, and turns its errors into result errors.
@discardableResult
func withFiles<Value>(_ work: () throws(FileError) -> Value) throws(ResultError) -> Value {
  do throws(FileError) {
    return try work()
  } catch {
    throw ResultError(error)
  }
}
