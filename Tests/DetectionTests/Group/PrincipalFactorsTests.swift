import Testing

@testable import Detection

@Suite struct PrincipalFactorsTests {
  /// What two factors make up is given back by the products of their points.
  @Test func twoFactorsExplainAMatrixOfTwo() {
    let factors = [[1, 0.5, -0.8, 0.3, 0], [0.2, -0.6, 0.1, 0.9, -0.7]]
    var matrix = SquareMatrix(size: 5)
    for row in 0..<5 {
      for column in 0..<5 {
        matrix[row, column] =
          factors[0][row] * factors[0][column]
          + factors[1][row] * factors[1][column]
      }
    }
    var principal = PrincipalFactors(count: 5)
    for _ in 0..<10 { principal.iterate(matrix) }
    for row in 0..<5 {
      for column in 0..<5 {
        let product = (principal.point(row) * principal.point(column)).sum()
        #expect((product - matrix[row, column]).magnitude < 1e-9, "\(row) \(column)")
      }
    }
  }

  /// Of three, the two with the largest values count, not with the largest magnitudes.
  @Test func theLargestValuesComeFirst() {
    var matrix = SquareMatrix(size: 3)
    for (place, value) in [-0.9, 0.4, 0.7].enumerated() { matrix[place, place] = value }
    var principal = PrincipalFactors(count: 3)
    for _ in 0..<4 { principal.iterate(matrix) }
    let lengths = (0..<3).map { (principal.point($0) * principal.point($0)).sum() }
    for (length, value) in zip(lengths, [0, 0.4, 0.7]) {
      #expect((length - value).magnitude < 1e-9, "\(length), not \(value)")
    }
  }
}
