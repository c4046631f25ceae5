/// An error with the code by which recorded traces name it.
public protocol CodedError: Error {
  /// The code, such as `unknown_voter`.
  var code: String { get }
}
