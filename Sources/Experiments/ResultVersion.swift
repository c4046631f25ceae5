/// What results depend on apart from the scenario: the version of the program and its generator.
package enum ResultVersion {
  /// The version of the program; results of different versions may differ.
  package static let version = "0.1.0"
  /// The random number generator of all draws.
  package static let generator = "Philox4x64-10"
}
