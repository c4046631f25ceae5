/// The generator behind every case: one word of state, so that one seed is the whole case.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The generator of a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next word.
  public mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.scrambled(state)
  }

  /// A uniform number from 0 up to and including a bound.
  package mutating func next(upTo bound: UInt64) -> UInt64 {
    bound == .max ? next() : next().multipliedFullWidth(by: bound + 1).high
  }

  /// A uniform number in [0, 1).
  public mutating func nextUnit() -> Double {
    Double(next() &>> 11) * 0x1p-53
  }

  /// A number up to a bound where the ends and the small ones come up more often than their share.
  ///
  /// Bugs live at 0, 1 and the largest value; a uniform draw from a wide range never goes there.
  package mutating func nextSpread(upTo bound: UInt64) -> UInt64 {
    guard bound >= 64 else { return next(upTo: bound) }
    switch next() & 7 {
    case 0:
      return [0, 1, bound - 1, bound][Int(next() & 3)]
    case 1, 2:
      return min(bound, next() >> (next() & 63))
    default:
      return next(upTo: bound)
    }
  }

  /// The seed of one case of a property: far from that of any other case or name.
  package static func seed(of name: String, case number: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return scrambled(scrambled(hash) &+ UInt64(number) &* increment)
  }

  private static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15

  private static func scrambled(_ word: UInt64) -> UInt64 {
    var mixed = (word ^ (word &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed &>> 31)
  }
}
