extension ClosedRange<Int> {
  /// The first number that satisfies a condition, if all greater ones satisfy it, too.
  ///
  /// - Complexity: O(log *n*).
  package func firstInOrder(where holds: (Int) -> Bool) -> Int? {
    guard holds(upperBound) else { return nil }
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The same, with only two calls of the condition if the guess is right.
  package func firstInOrder(near guess: Int, where holds: (Int) -> Bool) -> Int? {
    guard contains(guess) && holds(guess) && (guess == lowerBound || !holds(guess - 1))
    else { return firstInOrder(where: holds) }
    return guess
  }
}
