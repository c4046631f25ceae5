/// The eight words that SHA-256 passes from one block of the message to the next.
struct SHA256ChainingValue {
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  /// The digest after the last block.
  var digest: SHA256Digest { SHA256Digest(words: (a, b, c, d, e, f, g, h)) }

  /// Processes a block of 64 bytes.
  ///
  /// Never inlined: the unrolled rounds are 12 kB of code, so one copy is enough.
  @inline(never)
  mutating func compress(_ block: UnsafeRawBufferPointer) {
    var schedule = SHA256MessageSchedule(block)
    var next = self
    next.sixteenRounds(
      &schedule.words,
      (
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
        0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
        0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174
      ))
    next.sixteenRounds(
      &schedule.words,
      (
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
        0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
        0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967
      ))
    next.sixteenRounds(
      &schedule.words,
      (
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
        0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070
      ))
    next.sixteenRounds(
      &schedule.words,
      (
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
        0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
        0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2
      ))
    add(next)
  }

  private mutating func add(_ other: Self) {
    a &+= other.a
    b &+= other.b
    c &+= other.c
    d &+= other.d
    e &+= other.e
    f &+= other.f
    g &+= other.g
    h &+= other.h
  }

  /// Sixteen rounds, which bring the working words back to their places twice.
  ///
  /// Instead of moving every word one place after each round, the places rotate. The next words of
  /// the schedule are computed along the way, so that the processor can overlap both; the compiler
  /// removes those that the last sixteen rounds do not need.
  @inline(__always)
  private mutating func sixteenRounds(
    _ w: inout SHA256MessageSchedule.Words, _ k: SHA256MessageSchedule.Words
  ) {
    let take = SHA256MessageSchedule.take
    Self.round(a, b, c, &d, e, f, g, &h, k.0 &+ take(&w.0, w.1, w.9, w.14))
    Self.round(h, a, b, &c, d, e, f, &g, k.1 &+ take(&w.1, w.2, w.10, w.15))
    Self.round(g, h, a, &b, c, d, e, &f, k.2 &+ take(&w.2, w.3, w.11, w.0))
    Self.round(f, g, h, &a, b, c, d, &e, k.3 &+ take(&w.3, w.4, w.12, w.1))
    Self.round(e, f, g, &h, a, b, c, &d, k.4 &+ take(&w.4, w.5, w.13, w.2))
    Self.round(d, e, f, &g, h, a, b, &c, k.5 &+ take(&w.5, w.6, w.14, w.3))
    Self.round(c, d, e, &f, g, h, a, &b, k.6 &+ take(&w.6, w.7, w.15, w.4))
    Self.round(b, c, d, &e, f, g, h, &a, k.7 &+ take(&w.7, w.8, w.0, w.5))
    Self.round(a, b, c, &d, e, f, g, &h, k.8 &+ take(&w.8, w.9, w.1, w.6))
    Self.round(h, a, b, &c, d, e, f, &g, k.9 &+ take(&w.9, w.10, w.2, w.7))
    Self.round(g, h, a, &b, c, d, e, &f, k.10 &+ take(&w.10, w.11, w.3, w.8))
    Self.round(f, g, h, &a, b, c, d, &e, k.11 &+ take(&w.11, w.12, w.4, w.9))
    Self.round(e, f, g, &h, a, b, c, &d, k.12 &+ take(&w.12, w.13, w.5, w.10))
    Self.round(d, e, f, &g, h, a, b, &c, k.13 &+ take(&w.13, w.14, w.6, w.11))
    Self.round(c, d, e, &f, g, h, a, &b, k.14 &+ take(&w.14, w.15, w.7, w.12))
    Self.round(b, c, d, &e, f, g, h, &a, k.15 &+ take(&w.15, w.0, w.8, w.13))
  }

  /// One round, which changes only the words in the places of `d` and `h`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let mixed = h &+ input &+ bigSigma1(e) &+ choice(e, f, g)
    d &+= mixed
    h = mixed &+ bigSigma0(a) &+ majority(a, b, c)
  }

  /// The bits of `y` where `x` has a one, and of `z` where it has a zero.
  @inline(__always)
  private static func choice(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 {
    z ^ (x & (y ^ z))
  }

  /// Each bit that at least two of the three have.
  ///
  /// In this form `y ^ z` is the `x ^ y` of the round before, which the compiler reuses.
  @inline(__always)
  private static func majority(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 {
    y ^ ((x ^ y) & (y ^ z))
  }

  /// Rotations by 2, 13 and 22, nested to save register moves.
  @inline(__always)
  private static func bigSigma0(_ x: UInt32) -> UInt32 {
    ((x.rotated(right: 9) ^ x).rotated(right: 11) ^ x).rotated(right: 2)
  }

  /// Rotations by 6, 11 and 25, nested to save register moves.
  @inline(__always)
  private static func bigSigma1(_ x: UInt32) -> UInt32 {
    ((x.rotated(right: 14) ^ x).rotated(right: 5) ^ x).rotated(right: 6)
  }
}
