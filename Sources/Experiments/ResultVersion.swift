/// What results depend on apart from the scenario: the version of the program and its generator.
package enum ResultVersion {
  /// The version of the program; results of different versions may differ.
  package static let version = "0.1.0"
  /// The format of result folders; it grows when columns or keys change.
  ///
  /// Format 1, which has no number, lacks the values known without trials in `summary.csv` and the
  /// axes in `manifest.json`.
  package static let format = 2
  /// The random number generator of all draws.
  package static let generator = "Philox4x64-10"
}
