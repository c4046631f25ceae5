import Metrics
import Testing

@testable import Tuning

/// The worst over adversaries, some of whom are only known within bounds.
struct WorstOfAdversariesTests {
  private func worst(_ values: [PairValue], _ metric: Metric = .expectedHarm) -> WorstOfAdversaries
  {
    WorstOfAdversaries(metric, over: values)
  }

  @Test func theGreatestOfExactValues() {
    let worst = worst([.exact(0.1), .exact(0.3), .never])
    #expect(worst == WorstOfAdversaries(value: .exact(0.3), adversary: 1))
  }

  @Test func ofEqualOnesTheFirst() {
    #expect(worst([.exact(0.3), .exact(0.3.nextUp), .exact(0.3)]).adversary == 0)
  }

  @Test func theLeastWhereLessIsWorse() {
    let worst = worst([.exact(0.9), .exact(0.7)], .correctRate)
    #expect(worst == WorstOfAdversaries(value: .exact(0.7), adversary: 1))
  }

  @Test func boundsThatDoNotMatterAreForgotten() {
    let worst = worst([.bounded(0...0.2), .exact(0.3)])
    #expect(worst == WorstOfAdversaries(value: .exact(0.3), adversary: 1))
  }

  @Test func boundsThatMatterLeaveARange() {
    let worst = worst([.bounded(0...0.5), .exact(0.3)])
    #expect(worst.adversary == 0)
    #expect(worst.value == .bounded(0.3...0.5))
    let falling = self.worst([.bounded(0.5...1), .exact(0.7)], .correctRate)
    #expect(falling.value == .bounded(0.5...0.7))
  }

  @Test func whatMayBeAsBadMustBeKnownAsWell() {
    let measured = PairValue(value: 0.2, range: 0.1...0.4, status: .measured, trials: 100)
    let worst = worst([.exact(0.3), measured])
    #expect(worst.adversary == 1)
    #expect(worst.value.range == 0.3...0.4)
    #expect(worst.value.value == 0.3)
    #expect(worst.value.status == .measured)
    #expect(worst.value.trials == 100)
  }

  @Test func whatIsUndefinedIsNeverTheWorst() {
    #expect(worst([.undefined, .exact(0)]).adversary == 1)
    #expect(worst([.undefined]) == WorstOfAdversaries(value: .undefined, adversary: nil))
  }

  /// Either may be the worst: the one with more room, or the one with the lower estimate.
  @Test func theEstimateIsTheLeastWhereLessIsWorse() {
    func measured(_ value: Double, _ range: ClosedRange<Double>, _ trials: Int) -> PairValue {
      PairValue(value: value, range: range, status: .measured, trials: trials)
    }
    let worst = worst(
      [measured(0.8, 0.5...0.9, 100), measured(0.7, 0.6...0.75, 200)], .correctRate)
    #expect(
      worst
        == WorstOfAdversaries(value: measured(0.7, 0.5...0.75, 200), adversary: 0))
  }
}
