import Files

/// Why a command cannot go on: the exit status, and what to tell the user.
struct CommandFailure: Error, Equatable, Sendable {
  let status: ExitStatus
  /// One line a problem; none where nobody is left to be told.
  let messages: [String]

  init(_ status: ExitStatus, _ messages: [String]) {
    self.status = status
    self.messages = messages
  }

  init(_ status: ExitStatus, _ message: String) {
    self.init(status, [message])
  }

  /// What kept something from being done with a file.
  init(_ error: FileError) {
    let status: ExitStatus =
      switch error.operation {
      case .read: .noInput
      case .create: .cannotCreate
      case .write, .remove: .outputFailed
      }
    self.init(status, error.message)
  }

  /// A command line that asks for something impossible; the user is pointed to `--help`.
  static func usage(_ message: String) -> Self { .init(.usage, message) }
}
