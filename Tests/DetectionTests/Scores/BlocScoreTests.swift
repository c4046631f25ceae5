import Statistics
import TestSupport
import Testing

@testable import Detection

@Suite struct BlocScoreTests {
  private func findings(_ blocs: [[Int]], voters: Int) -> Findings {
    Findings(
      blocs: blocs.map { Bloc(members: $0, score: 1) }, pairScores: PairTable(voterCount: voters))
  }

  private let mixed: [BlocTruth.Membership] = [
    .group(1), .group(1), .group(2), .group(2), .group(3), .alone, .honest, .honest,
  ]

  @Test func groupsOfOneAreAlone() {
    let truth = BlocTruth(mixed)
    #expect(truth.blocs == [[0, 1], [2, 3]])
    #expect(truth.memberships[4] == .alone)
  }

  @Test func pairsOfFaultyVotersOfDifferentGroupsAreLeftOut() {
    let truth = BlocTruth(mixed)
    #expect(truth.areTogether(0, 1) == true)
    #expect(truth.areTogether(0, 2) == nil)
    #expect(truth.areTogether(0, 5) == nil)
    #expect(truth.areTogether(4, 5) == nil)
    #expect(truth.areTogether(0, 6) == false)
    #expect(truth.areTogether(6, 7) == false)
    let score = BlocScore(findings([[0, 1, 2, 4, 6]], voters: 8), truth: truth)
    #expect(score.truePairs == 1)
    #expect(score.falsePairs == 4)
    #expect(score.missedPairs == 1)
    #expect(score.innocents == 1 && score.honest == 2)
  }

  @Test func exactMeansAllAndNothingElse() {
    let truth = BlocTruth(mixed)
    #expect(BlocScore(findings([[2, 3], [0, 1]], voters: 8), truth: truth).isExact)
    #expect(!BlocScore(findings([[0, 1]], voters: 8), truth: truth).isExact)
    #expect(!BlocScore(findings([[0, 1], [2, 3], [6, 7]], voters: 8), truth: truth).isExact)
    #expect(!BlocScore(findings([[0, 1, 2, 3]], voters: 8), truth: truth).isExact)
  }

  @Test func wherePairsLackScoresAreUndefined() {
    let honest = BlocTruth(Array(repeating: .honest, count: 4))
    let silent = BlocScore(findings([], voters: 4), truth: honest)
    #expect(silent.precision == nil && silent.recall == nil && silent.f1 == nil)
    #expect(silent.areaUnderCurve == nil)
    #expect(silent.adjustedRandIndex.value == 1)
    #expect(silent.isExact && !silent.hasReport)
    let alarmed = BlocScore(findings([[0, 1]], voters: 4), truth: honest)
    #expect(alarmed.f1?.value == 0 && alarmed.hasReport && !alarmed.isExact)
  }

  @Test func partsAreRoundedToTheNearest() {
    #expect(Fraction(1, of: 3)?.parts == 333_333_333_333)
    #expect(Fraction(2, of: 3)?.parts == 666_666_666_667)
    #expect(Fraction(-2, of: 3)?.parts == -666_666_666_667)
    #expect(Fraction(5, of: 5)?.parts == Fraction.partsPerUnit)
    #expect(Fraction(0, of: 0) == nil)
  }
}
