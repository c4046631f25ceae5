/// Something that can be measured.
public struct Benchmark: Sendable {
  /// What is measured.
  public let name: String
  /// Measures it, which takes some seconds.
  public let measure: @Sendable () async -> [BenchmarkResult]

  /// Everything that is measured, in the order of reading.
  public static let all: [Benchmark] = simulation + protocolItself + answers
}
