import Testing

@testable import Tuning

/// The mean over draws, of which some are known better than others.
struct PairValueTests {
  @Test func isTheMeanOfWhatThereIsToMeasure() {
    #expect(PairValue.mean(of: [.exact(0.25), .undefined, .exact(0.75)]) == .exact(0.5))
    #expect(PairValue.mean(of: [.undefined, .undefined]) == .undefined)
    #expect(PairValue.mean(of: [.never]) == .never)
  }

  @Test func isKnownAsWellAsTheWorstKnownOfThem() {
    #expect(PairValue.mean(of: [.never, .exact(0.5)]) == .exact(0.25))
    #expect(PairValue.mean(of: [.exact(0.25), .bounded(0.25...0.75)]) == .bounded(0.25...0.5))
    let measured = PairValue(value: 0.5, range: 0.25...0.75, status: .measured, trials: 64)
    #expect(
      PairValue.mean(of: [.exact(0), measured])
        == PairValue(value: 0.25, range: 0.125...0.375, status: .measured, trials: 64))
  }
}
