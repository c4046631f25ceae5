/// Why something could not be done with a file.
public struct FileError: Error, Equatable, Sendable {
  /// What was to be done.
  public enum Operation: String, Sendable {
    case read
    case create
    case write
    case remove
  }

  /// What was to be done.
  public let operation: Operation
  /// What to tell the user, without a full stop.
  public let message: String
  /// The system's number for the reason.
  public let code: Int32

  /// The failure of an operation, for a reason that the system gave.
  init(_ operation: Operation, _ name: String, code: Int32) {
    self.init(operation, name, because: systemMessage(code), code: code)
  }

  /// The failure of an operation.
  init(_ operation: Operation, _ name: String, because reason: String, code: Int32) {
    self.operation = operation
    self.code = code
    message = "cannot \(operation.rawValue) \(name): \(reason)"
  }
}
