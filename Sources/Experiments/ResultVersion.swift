/// What results depend on besides the scenario: the program's version and its generator.
public enum ResultVersion {
  /// The version of the program; results of different versions may differ.
  public static let version = "0.1.0"
  /// The random number generator behind every draw.
  public static let generator = "Philox4x64-10"
}
