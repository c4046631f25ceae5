import TestSupport
import Testing

@Suite struct EffortTests {
  @Test func withoutOptimisationAPartIsTried() {
    let cases = Array(0..<10)
    #if DEBUG
      #expect(!Effort.isWhole)
      #expect(Effort.count(200, inDebug: 30) == 30)
      #expect(Effort.some(of: cases, inDebugEvery: 4) == [0, 4, 8])
    #else
      #expect(Effort.isWhole)
      #expect(Effort.count(200, inDebug: 30) == 200)
      #expect(Effort.some(of: cases, inDebugEvery: 4) == cases)
    #endif
  }
}
