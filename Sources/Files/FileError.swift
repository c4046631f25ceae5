/// Why something could not be done with a file.
public struct FileError: Error, Equatable, Sendable {
  /// What was to be done.
  public enum Deed: String, Sendable {
    case read
    case create
    case write
    case remove
  }

  /// What was to be done.
  public let deed: Deed
  /// What to tell the user, without a full stop.
  public let message: String
  /// The system's number for the reason.
  public let code: Int32

  /// The failure of a deed, for a reason that the system gave.
  init(_ deed: Deed, _ name: String, code: Int32) {
    self.init(deed, name, because: systemMessage(code), code: code)
  }

  /// The failure of a deed.
  init(_ deed: Deed, _ name: String, because reason: String, code: Int32) {
    self.deed = deed
    self.code = code
    message = "cannot \(deed.rawValue) \(name): \(reason)"
  }
}
