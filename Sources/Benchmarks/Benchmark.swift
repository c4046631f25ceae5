/// A measurement of speed.
package struct Benchmark: Sendable {
  /// The name of the measurement.
  package let name: String
  /// Measures, for some seconds.
  package let measure: @Sendable () async -> [BenchmarkResult]

  /// All measurements, in the order of the output.
  package static let all: [Benchmark] = simulation + protocolItself + answers
}
