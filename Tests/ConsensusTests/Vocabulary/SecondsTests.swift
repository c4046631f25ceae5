import Consensus
import JSON
import TestSupport
import Testing

struct SecondsTests {
  @Test func wholeAndFractionalAddAsInPython() {
    func text(_ seconds: Seconds) -> String { seconds.number.description }
    #expect(text((1 as Seconds) + 2) == "3")
    #expect(text((1 as Seconds) + .fractional(2)) == "3.0")
    #expect(text(.fractional(0.1) + .fractional(0.2)) == "0.30000000000000004")
  }

  @Test func refusesWhatCannotBeCounted() {
    #expect(Seconds(.integer(1 << 53)) != nil)
    #expect(Seconds(.integer((1 << 53) + 1)) == nil)
    #expect(Seconds(.integer(.min)) == nil)
    #expect(Seconds(.bigInteger("99999999999999999999")) == nil)
    #expect(Seconds(.double(.infinity)) == nil)
    #expect(Seconds(.double(.nan)) == nil)
  }

  @Test func instantsRankAsTheirNumbers() {
    forEverySeed(3000) { draw in
      let a = draw.finiteDouble()
      let b = draw.bool() ? draw.finiteDouble() : draw.element(of: [a.nextUp, a.nextDown, a, -a])
      guard b.isFinite else { return }
      let (first, second) = (Instant(.fractional(a)), Instant(.fractional(b)))
      try requireEqual(first < second, a < b)
      try requireEqual(first == second, a == b)
    }
    #expect(Instant(3) == Instant(.fractional(3)))
  }
}
