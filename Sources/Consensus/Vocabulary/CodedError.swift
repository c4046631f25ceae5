/// An error with a code for recorded traces.
package protocol CodedError: Error {
  /// The code, such as `unknown_voter`.
  var code: String { get }
}
