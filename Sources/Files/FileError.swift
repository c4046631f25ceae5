#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a file operation failed.
package struct FileError: Error, Equatable, Sendable {
  /// The kind of file operation.
  package enum Operation: String, Sendable {
    case read
    case create
    case write
    case remove
  }

  /// The operation that failed.
  package let operation: Operation
  /// The message for the user, without a full stop.
  package let message: String
  /// The error code of the system.
  package let code: Int32

  /// The failure of an operation, with a reason from the system.
  init(_ operation: Operation, _ name: String, code: Int32) {
    if operation == .read && code == ENOENT {
      self.init(operation, message: "\(name) is missing", code: code)
    } else {
      self.init(operation, name, because: systemMessage(code), code: code)
    }
  }

  init(_ operation: Operation, _ name: String, because reason: String, code: Int32) {
    self.init(
      operation, message: "cannot \(operation.rawValue) \(name): \(reason)", code: code)
  }

  private init(_ operation: Operation, message: String, code: Int32) {
    self.operation = operation
    self.message = message
    self.code = code
  }

  /// Whether nobody reads any more what was to be written.
  package var isUnread: Bool { operation == .write && code == EPIPE }
}
