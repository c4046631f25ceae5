/// A measurement of speed.
public struct Benchmark: Sendable {
  /// The name of the measurement.
  public let name: String
  /// Measures, for some seconds.
  public let measure: @Sendable () async -> [BenchmarkResult]

  /// All measurements, in the order of the output.
  public static let all: [Benchmark] = simulation + protocolItself + answers
}
