import Statistics
import TestSupport
import Testing

@Suite struct LogLinearHistogramTests {
  @Test func smallNumbersAreExact() {
    var histogram = LogLinearHistogram()
    for value in 0..<Int64(128) { histogram.record(value) }
    for percent in 1..<100 {
      // The rank is percent × 128 ÷ 100, rounded up; the number of that rank is one less.
      #expect(histogram.percentile(percent) == Double((percent * 128 + 99) / 100 - 1))
    }
  }

  @Test func ranksAreExactWhereFractionsOfDoublesAreNot() {
    var histogram = LogLinearHistogram()
    for value in 1...Int64(100) { histogram.record(value) }
    // 0.55 × 100 exceeds 55 in doubles.
    for percent in 1..<100 { #expect(histogram.percentile(percent) == Double(percent)) }
  }

  @Test func everyNumberIsMetToWithinOnePercent() throws {
    var generator = SplitMix64(seed: 4)
    for octave in 0..<63 {
      for _ in 0..<200 {
        let value = Int64(1) << octave | Int64(generator.next() & (1 << octave - 1))
        var histogram = LogLinearHistogram()
        histogram.record(value)
        let middle = try #require(histogram.percentile(50))
        #expect((middle - Double(value)).magnitude <= Double(value) / 128, "\(value)")
      }
    }
    for value in [0, Int64.max] {
      var histogram = LogLinearHistogram()
      histogram.record(value)
      let middle = try #require(histogram.percentile(99))
      #expect((middle - Double(value)).magnitude <= Double(value) / 128)
    }
  }

  @Test func percentilesMatchASortedList() throws {
    var generator = SplitMix64(seed: 5)
    for size in [1, 2, 3, 10, 99, 100, 101, 1_000] {
      var histogram = LogLinearHistogram()
      let values = (0..<size).map { _ in Int64(generator.next() >> 20) >> (generator.next() % 40) }
      for value in values { histogram.record(value) }
      for percent in [1, 5, 50, 95, 99] {
        let exact = values.sorted()[(percent * size + 99) / 100 - 1]
        let percentile = try #require(histogram.percentile(percent))
        #expect((percentile - Double(exact)).magnitude <= Double(exact) / 128)
      }
      #expect(histogram.total == UInt64(size))
    }
  }

  @Test func theOrderOfNumbersAndOfMergingMakesNoDifference() {
    var generator = SplitMix64(seed: 6)
    let values = (0..<2_000).map { _ in Int64(generator.next() >> (1 + generator.next() % 60)) }
    var whole = LogLinearHistogram()
    for value in values { whole.record(value) }
    for _ in 0..<20 {
      var parts = [LogLinearHistogram](repeating: LogLinearHistogram(), count: 5)
      for value in values.shuffled(using: &generator) {
        parts[Int.random(in: 0..<5, using: &generator)].record(value)
      }
      var merged = LogLinearHistogram()
      for part in parts.shuffled(using: &generator) { merged.merge(part) }
      #expect(merged == whole)
    }
  }

  @Test func anEmptyHistogramHasNoPercentile() {
    var histogram = LogLinearHistogram()
    #expect(histogram.percentile(50) == nil)
    histogram.merge(LogLinearHistogram())
    #expect(histogram == LogLinearHistogram())
    #expect(histogram.total == 0)
  }
}
