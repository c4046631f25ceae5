import Maths

/// Tail probabilities of the number of marked items in a draw without replacement.
package struct HypergeometricTails: Sendable {
  private let logFactorials: [Double]

  /// The tails for populations up to a size, with a table of factorials.
  package init(populationMax: Int) {
    var logFactorials = [0.0]
    for number in 1...max(1, populationMax) {
      logFactorials.append(logGamma(Double(number) + 1))
    }
    self.logFactorials = logFactorials
  }

  /// The probability of at least a number of marked items in a draw.
  ///
  /// - Complexity: O(standard deviation of the count), because sums stop when they no longer
  ///   change.
  package func upperTail(atLeast count: Int, drawn: Int, marked: Int, population: Int) -> Double {
    precondition(
      drawn <= population && marked <= population,
      "the drawn and the marked are part of the population")
    let least = max(0, drawn + marked - population)
    let most = min(drawn, marked)
    if count <= least { return 1 }
    if count > most { return 0 }
    let isAboveMean = count * population > drawn * marked
    let start = isAboveMean ? count : count - 1
    let others = population - marked - drawn
    var sum = 1.0
    var term = 1.0
    var value = start
    while isAboveMean ? value < most : value > least {
      if isAboveMean {
        term *= Double((marked - value) * (drawn - value))
        term /= Double((value + 1) * (others + value + 1))
        value += 1
      } else {
        term *= Double(value * (others + value))
        term /= Double((marked - value + 1) * (drawn - value + 1))
        value -= 1
      }
      sum += term
      if term < sum * 0x1p-56 { break }
    }
    let tail = sum * mass(at: start, drawn: drawn, marked: marked, population: population)
    return isAboveMean ? min(1, tail) : max(0, 1 - tail)
  }

  private func mass(at count: Int, drawn: Int, marked: Int, population: Int) -> Double {
    exponential(
      logChoose(marked, count) + logChoose(population - marked, drawn - count)
        - logChoose(population, drawn))
  }

  private func logChoose(_ whole: Int, _ part: Int) -> Double {
    logFactorials[whole] - logFactorials[part] - logFactorials[whole - part]
  }
}
