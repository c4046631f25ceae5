/// Lowers the heaviest weights to one level, so that none is more than a share of all that counts.
///
/// The level is a share of the weights *after* lowering: a cap measured against the weights before
/// would leave a voter of weight 10 among three of weight 1, capped at 0.4, with 63 % of what
/// counts. Where the share is too small for anyone (below 1 ÷ n), all count the same.
///
/// - Complexity: O(*n* log *n*).
func capped(_ weights: [Double], share: Double?) -> [Double] {
  guard let share else { return weights }
  let descending = weights.sorted(by: >)
  // The sums of the weights that stay, ascending so that small ones are not lost.
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
