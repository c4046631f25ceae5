import TestSupport
import Testing

@testable import Statistics

struct BigUnsignedIntegerTests {
  @Test func comparesLikeNumbers() {
    forEverySeed(1000) { draw in
      let a = number(draw)
      let b = draw.bool() ? number(draw) : a &+ UInt128(draw.int(in: 0...1))
      try requireEqual(BigUnsignedInteger(a).isAtMost(BigUnsignedInteger(b)), a <= b)
      try requireEqual(BigUnsignedInteger(b).isAtMost(BigUnsignedInteger(a)), b <= a)
    }
  }

  /// Products have more limbs than their factors, most of which may be zero.
  @Test func lengthDoesNotDecide() {
    forEverySeed(500) { draw in
      let a = number(draw) >> 64
      let b = number(draw) >> 64
      let c = number(draw)
      try requireEqual(
        (BigUnsignedInteger(a) * BigUnsignedInteger(b)).isAtMost(BigUnsignedInteger(c)), a * b <= c)
      try requireEqual(
        BigUnsignedInteger(c).isAtMost(BigUnsignedInteger(a) * BigUnsignedInteger(b)), c <= a * b)
    }
  }

  private func number(_ draw: Draw) -> UInt128 {
    let high: UInt64 = draw.integer()
    let low: UInt64 = draw.integer()
    return UInt128(draw.bool() ? high : 0) << 64 | UInt128(low)
  }
}
