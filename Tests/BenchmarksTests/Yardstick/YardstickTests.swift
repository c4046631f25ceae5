import Testing

@testable import Benchmarks

struct YardstickTests {
  /// The first words from the state (1, 2, 3, 4), as the reference code in C prints them
  /// (prng.di.unimi.it, xoshiro256starstar.c; also the vector of the Rust crate rand_xoshiro).
  @Test func theGeneratorIsTheOneItClaimsToBe() {
    var random = Xoshiro256()
    let words: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(words.map { _ in random.next() } == words)
  }

  @Test func theHeapGivesEventsInTheirOrder() {
    var random = Xoshiro256()
    var heap = BareHeap(capacity: 500)
    defer { heap.deallocate() }
    let times = (0..<500).map { _ in Int64(random.next() >> 58) }
    for (voter, time) in times.enumerated() { heap.push(voter, at: time) }
    let popped = times.map { _ in heap.pop() }
    let expected = times.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    #expect(popped.map(\.voter) == expected.map(\.offset))
    #expect(heap.count == 0)
  }
}
