/// An unsigned integer of any size, for sums that must cancel exactly before a division.
struct BigUnsignedInteger: Sendable, Equatable {
  /// The limbs, least significant first.
  private let limbs: [UInt64]

  init(_ number: UInt128) {
    limbs = [UInt64(truncatingIfNeeded: number), UInt64(number >> 64)]
  }

  private init(limbs: [UInt64]) {
    self.limbs = limbs
  }

  /// The nearest double, within a unit in the last place.
  var double: Double { limbs.reversed().reduce(0) { $0 * 0x1p64 + Double($1) } }

  static func + (left: BigUnsignedInteger, right: BigUnsignedInteger) -> BigUnsignedInteger {
    var carry: UInt128 = 0
    return BigUnsignedInteger(
      limbs: (0...max(left.limbs.count, right.limbs.count)).map { index in
        carry += UInt128(left[index]) + UInt128(right[index])
        defer { carry >>= 64 }
        return UInt64(truncatingIfNeeded: carry)
      })
  }

  /// The difference, which must not be negative.
  static func - (left: BigUnsignedInteger, right: BigUnsignedInteger) -> BigUnsignedInteger {
    var carry: Int128 = 0
    let difference = BigUnsignedInteger(
      limbs: (0..<max(left.limbs.count, right.limbs.count)).map { index in
        carry += Int128(left[index]) - Int128(right[index])
        defer { carry >>= 64 }
        return UInt64(truncatingIfNeeded: carry)
      })
    precondition(carry == 0, "The difference is not negative.")
    return difference
  }

  static func * (left: BigUnsignedInteger, right: BigUnsignedInteger) -> BigUnsignedInteger {
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, factor) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, other) in right.limbs.enumerated() {
        let (high, low) = factor.multipliedFullWidth(by: other)
        let (sum, sumOverflows) = low.addingReportingOverflow(product[i + j])
        let (limb, limbOverflows) = sum.addingReportingOverflow(carry)
        product[i + j] = limb
        // The product and both summands are below 2^128, so that this stays below 2^64.
        carry = high + (sumOverflows ? 1 : 0) + (limbOverflows ? 1 : 0)
      }
      product[i + right.limbs.count] = carry
    }
    return BigUnsignedInteger(limbs: product)
  }

  /// Whether the number is at most another one.
  func isAtMost(_ other: BigUnsignedInteger) -> Bool {
    for index in (0..<max(limbs.count, other.limbs.count)).reversed()
    where self[index] != other[index] {
      return self[index] < other[index]
    }
    return true
  }

  /// A limb; 0 beyond the last one.
  private subscript(index: Int) -> UInt64 { index < limbs.count ? limbs[index] : 0 }
}
