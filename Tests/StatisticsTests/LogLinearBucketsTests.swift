import TestSupport
import Testing

@testable import Statistics

@Suite struct LogLinearBucketsTests {
  @Test func smallNumbersHaveABucketEach() {
    for value in 0..<Int64(4_096) {
      let bucket = LogLinearBuckets.number(holding: value)
      #expect(bucket == Int(value) && LogLinearBuckets.range(of: bucket) == value...value)
    }
  }

  /// A percentile is promised to be within 0.04 % of the number with its rank.
  @Test func middlesAreCloseToEveryNumber() {
    var generator = SplitMix64(seed: 4)
    for octave in 0..<63 {
      for _ in 0..<200 {
        let value = Int64(1) << octave | Int64(generator.next() & (1 << octave - 1))
        expectMiddle(near: value)
      }
    }
    expectMiddle(near: 0)
    expectMiddle(near: .max)
  }

  private func expectMiddle(near value: Int64) {
    let bucket = LogLinearBuckets.number(holding: value)
    #expect(LogLinearBuckets.range(of: bucket).contains(value))
    let middle = LogLinearBuckets.middle(of: bucket)
    #expect((middle - Double(value)).magnitude <= 0.00025 * Double(value), "\(value)")
  }

  @Test func bucketsFollowOneAnotherWithoutGaps() {
    for bucket in stride(from: 0, to: LogLinearBuckets.count - 1, by: 7) {
      let next = LogLinearBuckets.range(of: bucket + 1)
      #expect(LogLinearBuckets.range(of: bucket).upperBound + 1 == next.lowerBound)
    }
    let last = LogLinearBuckets.range(of: LogLinearBuckets.count - 1)
    #expect(last.upperBound == .max)
  }
}
