extension RandomStream {
  /// Draws an integer from 0 to `bound` − 1, all with exactly the same probability.
  ///
  /// The high half of word × bound is the result (Lemire, 2019). The few words that would make some
  /// results more likely are skipped.
  @inlinable
  public mutating func nextInteger(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "the bound is positive")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let surplus = (0 &- bound) % bound
      while product.low < surplus {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }

  /// Draws whether an event occurs.
  @inlinable
  public mutating func nextBool(_ probability: Probability) -> Bool {
    probability.occurs(at: next())
  }

  /// Draws the index of an alternative.
  @inlinable
  public mutating func nextChoice(_ alternatives: DiscreteDistribution) -> Int {
    alternatives.choice(at: next())
  }

  /// Draws a delay.
  @inlinable
  public mutating func nextDelay(_ distribution: Distribution) -> Nanoseconds {
    distribution.sample(at: next())
  }

  /// Draws a number in [0, 1).
  @inlinable
  public mutating func nextUnit() -> Double {
    Variate.unit(at: next())
  }

  /// Draws a number in (0, 1].
  @inlinable
  public mutating func nextPositiveUnit() -> Double {
    Variate.positiveUnit(at: next())
  }

  /// Draws a number of the exponential distribution with mean 1.
  @inlinable
  public mutating func nextExponential() -> Double {
    Variate.exponential(at: next())
  }

  /// Draws a number of the standard normal distribution.
  @inlinable
  public mutating func nextNormal() -> Double {
    Variate.normal(at: next())
  }
}
