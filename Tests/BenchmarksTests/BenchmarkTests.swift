import Benchmarks
import Testing

struct BenchmarkTests {
  @Test func eachHasANameOfItsOwn() {
    let names = Benchmark.all.map(\.name)
    #expect(names.count >= 8)
    #expect(Set(names).count == names.count)
  }

  /// One that is quick even without optimisation; the others differ in what they time.
  @Test func aMeasurementIsPositiveAndHasAUnit() async throws {
    let agreement = try #require(Benchmark.all.first { $0.name == "agreement" })
    let results = await agreement.measure()
    #expect(!results.isEmpty)
    for result in results {
      #expect(result.value > 0 && result.value.isFinite)
      #expect(!result.unit.isEmpty && !result.name.isEmpty)
    }
  }
}
