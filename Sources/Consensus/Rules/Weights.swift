/// Lowers the largest weights to one level, so that none exceeds a share of the sum.
///
/// The level is a share of the sum *after* lowering. With a cap relative to the sum before, a voter
/// of weight 10 among three of weight 1, capped at 0.4, would still have 63 % of the sum. If the
/// share is too small for anyone (below 1 ÷ n), all weights become equal.
///
/// - Complexity: O(*n* log *n*).
func capped(_ weights: [Double], share: Double?) -> [Double] {
  guard let share else { return weights }
  let descending = weights.sorted(by: >)
  // The sums of the unchanged weights, ascending so that small ones are not lost.
  var sumsOfRest = [0.0]
  for weight in descending.reversed() { sumsOfRest.append((sumsOfRest.last ?? 0) + weight) }
  for lowered in descending.indices {
    let sharesLeft = 1 - Double(lowered) * share
    if sharesLeft <= 0 { break }
    let level = share * sumsOfRest[descending.count - lowered] / sharesLeft
    if descending[lowered] <= level { return weights.map { min($0, level) } }
  }
  let smallest = descending.last ?? 0
  return weights.map { min($0, smallest) }
}
