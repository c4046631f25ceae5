/// The yardstick for random numbers: the generator xoshiro256** (Blackman and Vigna, 2018).
struct Xoshiro256 {
  private var state: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)

  @inline(__always)
  mutating func next() -> UInt64 {
    let scrambled = rotate(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotate(state.3, by: 45)
    return scrambled
  }

  @inline(__always)
  private func rotate(_ word: UInt64, by bits: UInt64) -> UInt64 {
    word << bits | word >> (64 - bits)
  }
}
