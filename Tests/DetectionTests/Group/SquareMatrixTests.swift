import Consensus
import Testing

@testable import Detection

@Suite struct SquareMatrixTests {
  /// Pearson's coefficients of +1, −1 and 0 for no vote, by hand.
  @Test func correlationsAreThoseOfTheNumbers() {
    let matrix = SquareMatrix(correlationOf: VoteMatrix(lines: ["++--", "+-+-", "++-0", "++--"]))
    #expect(matrix[0, 1] == 0 && matrix[0, 3] == 1)
    // Means 0 and 1/4, mean square of the latter 3/4, mean product 3/4.
    let expected = 0.75 / (0.75 - 1.0 / 16).squareRoot()
    #expect((matrix[0, 2] - expected).magnitude < 1e-12)
    #expect(matrix[2, 0] == matrix[0, 2] && matrix[2, 2] == 0)
  }

  @Test func whoAlwaysVotesTheSameGoesWithNobody() {
    let matrix = SquareMatrix(correlationOf: VoteMatrix(lines: ["++++", "+-+-", "++++"]))
    #expect(matrix[0, 1] == 0 && matrix[0, 2] == 0)
  }
}
