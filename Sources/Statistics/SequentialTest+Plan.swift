import Maths

extension SequentialTest {
  /// The number of trials after which a test probably finds a side, if the samples of trials have
  /// these probabilities; nil if it never does.
  ///
  /// It is the number at which the logarithm of a bettor's capital is expected to be large enough. A
  /// test may well need half as many, or twice as many.
  package static func trialsExpected(
    limit: Double, range: ClosedRange<Double>, unitsMax: Double, errorRate: Double,
    samples: [(sample: Sample, probability: Double)]
  ) -> Double? {
    let bettors = [
      BettingProcess(sign: -1, lossMax: (range.upperBound - limit) * unitsMax),
      BettingProcess(sign: 1, lossMax: (limit - range.lowerBound) * unitsMax),
    ]
    let needed = -logarithm(errorRate)
    return bettors.compactMap { start in
      var once = start
      for (sample, probability) in samples {
        once.bet(on: sample.total - limit * sample.units, times: probability)
      }
      return start.betsUntil(needed, growingAs: once)
    }.min()
  }
}
