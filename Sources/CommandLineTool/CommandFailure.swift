import Files

/// Why a command cannot go on: the exit status, and messages for the user.
struct CommandFailure: Error, Equatable, Sendable {
  let status: ExitStatus
  /// One line for each problem; none if the status says all.
  let messages: [String]

  init(_ status: ExitStatus, _ messages: [String]) {
    self.status = status
    self.messages = messages
  }

  init(_ status: ExitStatus, _ message: String) {
    self.init(status, [message])
  }

  /// Nobody reads the output any more; nothing is said, because nobody has a problem.
  static let unread = CommandFailure(.unread, [])

  /// The failure of a file operation.
  init(_ error: FileError) {
    if error.isUnread {
      self = .unread
      return
    }
    let status: ExitStatus =
      switch error.operation {
      case .read: .noInput
      case .create: .cannotCreate
      case .write, .remove: .outputFailed
      }
    self.init(status, error.message)
  }

  /// A wrong command line; the user is referred to `--help`.
  static func usage(_ message: String) -> Self { .init(.usage, message) }
}
