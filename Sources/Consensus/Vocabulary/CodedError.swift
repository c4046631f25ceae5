/// An error with a code for recorded traces.
public protocol CodedError: Error {
  /// The code, such as `unknown_voter`.
  var code: String { get }
}
