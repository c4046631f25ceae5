extension ClusterSums {
  /// What contradicts these sums; nil if trials of such sizes can have them.
  ///
  /// Trials are clusters. The bounds are those of whole numbers: a square is at least its number,
  /// and of the same parity; the sums of squares lie between those of the evenest and the most
  /// uneven division into trials; and the vectors of sizes and totals have the products that any
  /// vectors have.
  ///
  /// - Parameters:
  ///   - trials: The number of trials.
  ///   - sizes: The possible numbers of units of a trial.
  ///   - values: The possible totals of a unit.
  package func contradiction(
    trials: Int, sizes: ClosedRange<Int>, values: ClosedRange<Int128>
  ) -> String? {
    if clusters != UInt64(trials) { return "it is of \(clusters) trials, not of \(trials)" }
    return contradictionOfUnits(trials: trials, sizes: sizes)
      ?? contradictionOfTotals(sizes: sizes, values: values)
  }

  private func contradictionOfUnits(trials: Int, sizes: ClosedRange<Int>) -> String? {
    let (trials, units) = (Int128(trials), Int128(units))
    let (least, most) = (Int128(sizes.lowerBound), Int128(sizes.upperBound))
    guard (trials * least...trials * most).contains(units) else {
      return "\(units) units contradict \(trials) trials of \(least) to \(most) units"
    }
    let filled = least > 0 ? trials : Int128(occupiedClusters)
    if least > 0 && occupiedClusters != clusters {
      return
        "\(occupiedClusters) trials with units contradict \(clusters) trials, which all have some"
    }
    guard units <= filled * most else {
      return "\(units) units contradict \(filled) trials with at most \(most) units each"
    }
    guard filled > 0 else { return nil }
    let lowest = Int128(max(1, sizes.lowerBound))
    let squares =
      Self.evenSquares(
        units, in: filled)...Self.unevenSquares(
        units, in: filled, from: lowest, to: most)
    guard squares.contains(Int128(unitsTimesUnits)), (Int128(unitsTimesUnits) - units) % 2 == 0
    else {
      return "the squares of its units, \(unitsTimesUnits), contradict \(units) units in "
        + "\(filled) trials"
    }
    return nil
  }

  private func contradictionOfTotals(
    sizes: ClosedRange<Int>, values: ClosedRange<Int128>
  ) -> String? {
    let units = Int128(units)
    let squares = Int128(totalTimesTotal)
    guard (values.lowerBound * units...values.upperBound * units).contains(total) else {
      return "a total of \(total) contradicts \(units) units"
    }
    let text = "the squares and products of its totals, \(totalTimesTotal) and \(totalTimesUnits)"
    guard squares >= Int128(total.magnitude), (squares - total) % 2 == 0, hasProductsOfVectors
    else { return "\(text), contradict a total of \(total)" }
    let unitSquares = Int128(unitsTimesUnits)
    guard Self.product(values.lowerBound, unitSquares) <= totalTimesUnits,
      totalTimesUnits <= Self.product(values.upperBound, unitSquares)
    else { return "\(text), contradict the squares of its units, \(unitsTimesUnits)" }
    guard values.lowerBound >= 0 else { return nil }
    guard total <= totalTimesUnits, squares <= Self.product(values.upperBound, totalTimesUnits)
    else { return "\(text), contradict one another" }
    let most = Self.product(values.upperBound, Int128(sizes.upperBound))
    guard allowsTotals(inTrials: Int128(occupiedClusters), from: 0, to: most) else {
      return "the squares of its totals, \(totalTimesTotal), contradict a total of \(total) in "
        + "\(occupiedClusters) trials"
    }
    guard values.upperBound == 1 else { return nil }
    // What is not part of the total is a total, too.
    guard unitSquares - 2 * totalTimesUnits + squares >= units - total else {
      return "\(text), contradict \(units - total) units without the event"
    }
    return nil
  }

  /// Whether the sums are the products of three vectors, of ones, units and totals: their Gram
  /// determinant is not negative.
  private var hasProductsOfVectors: Bool {
    let (m, n, s) = (big(occupiedClusters), big(units), BigUnsignedInteger(unitsTimesUnits))
    let (x, xx) = (BigUnsignedInteger(total.magnitude), BigUnsignedInteger(totalTimesTotal))
    let xn = BigUnsignedInteger(totalTimesUnits.magnitude)
    let middle = n * x * xn
    let left = m * s * xx
    let right = m * xn * xn + n * n * xx + s * x * x
    return (total < 0) == (totalTimesUnits < 0)
      ? right.isAtMost(left + middle + middle) : (right + middle + middle).isAtMost(left)
  }

  /// Whether the total and the squares of totals are those of so many trials, each with a total
  /// within limits.
  package func allowsTotals(inTrials count: Int128, from least: Int128, to most: Int128) -> Bool {
    guard count > 0 else { return total == 0 && totalTimesTotal == 0 }
    guard total >= count * least, total <= Self.product(count, most) else { return false }
    // The squares of very large totals have no room; the bound from below is that of products.
    guard total < 1 << 62, most < 1 << 62 else { return true }
    return
      (Self.evenSquares(
        total, in: count)...Self.unevenSquares(
        total, in: count, from: least, to: most)).contains(Int128(totalTimesTotal))
  }

  private func big(_ number: UInt64) -> BigUnsignedInteger { BigUnsignedInteger(UInt128(number)) }

  /// The smallest sum of squares of so many parts of a number.
  private static func evenSquares(_ number: Int128, in parts: Int128) -> Int128 {
    let (part, rest) = number.quotientAndRemainder(dividingBy: parts)
    return parts * part * part + rest * (2 * part + 1)
  }

  /// The largest sum of squares of so many parts of a number, each within limits.
  private static func unevenSquares(
    _ number: Int128, in parts: Int128, from least: Int128, to most: Int128
  ) -> Int128 {
    let room = most - least
    let rest = number - parts * least
    guard room > 0 else { return parts * least * least }
    let (full, last) = rest.quotientAndRemainder(dividingBy: room)
    guard full < parts else { return product(parts, most * most) }
    let others = (least + last) * (least + last) + (parts - full - 1) * least * least
    let (squares, overflows) = product(full, most * most).addingReportingOverflow(others)
    return overflows ? .max : squares
  }

  /// A product, or the largest number of its sign if it has no room.
  private static func product(_ a: Int128, _ b: Int128) -> Int128 {
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    if !overflows { return product }
    return (a < 0) == (b < 0) ? .max : .min
  }
}

extension ClusteredPercentiles {
  /// What contradicts this histogram; nil if trials of such numbers can have it.
  ///
  /// - Parameters:
  ///   - trials: The number of trials.
  ///   - numberMax: The largest possible number.
  ///   - sums: The sums of the same numbers, if they are kept.
  package func contradiction(
    trials: Int, numberMax: Double, sums: ClusterSums?
  ) -> String? {
    if clusters != UInt64(trials) { return "it is of \(clusters) trials, not of \(trials)" }
    if let range, Double(range.upperBound) > numberMax {
      return "its largest number, \(range.upperBound), contradicts the largest possible one"
    }
    guard let sums else { return nil }
    guard total == sums.units, occupiedClusters == sums.occupiedClusters else {
      return "\(total) numbers in \(occupiedClusters) trials contradict \(sums.units) "
        + "units in \(sums.occupiedClusters) trials"
    }
    let (squares, products) = sumsOfSquares
    guard squares == sums.unitsTimesUnits, products == sums.unitsTimesUnits else {
      return "its squares and products, \(squares) and \(products), contradict those of the units, "
        + "\(sums.unitsTimesUnits)"
    }
    guard possibleTotals.contains(sums.total) else {
      return "its numbers contradict their total, \(sums.total)"
    }
    return nil
  }

  /// The sums that all its numbers together can have.
  private var possibleTotals: ClosedRange<Int128> {
    guard let range else { return 0...0 }
    var (low, high): (Int128, Int128) = (0, 0)
    for bucket in buckets {
      let numbers = LogLinearBuckets.range(of: bucket.number).clamped(to: range)
      low += Int128(bucket.count) * Int128(numbers.lowerBound)
      high += Int128(bucket.count) * Int128(numbers.upperBound)
    }
    return low...high
  }

  private var sumsOfSquares: (squares: UInt128, products: UInt128) {
    buckets.reduce((0, 0)) { ($0.0 + UInt128($1.squares), $0.1 + UInt128($1.products)) }
  }
}
