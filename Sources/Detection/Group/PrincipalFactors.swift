/// The eigenvectors of the largest eigenvalues of a symmetric matrix, by orthogonal iteration.
struct PrincipalFactors {
  /// Four columns: the two wanted vectors, and two that speed up their convergence.
  private var vectors: [SIMD4<Double>]
  private var values = SIMD4<Double>.zero

  /// Fixed starting vectors that look random.
  init(count: Int) {
    let steps = SIMD4(
      0.618_033_988_749_895, 0.754_877_666_246_693, 0.569_840_290_998_053, 0.819_172_513_396_164)
    vectors = (1...count).map { index in
      let turns = steps * Double(index)
      return turns - turns.rounded(.down) - 0.5
    }
  }

  /// The coordinates of a voter: its entries in the first two vectors, times the square roots of
  /// the eigenvalues.
  func point(_ index: Int) -> SIMD2<Double> {
    let roots = pointwiseMax(values.lowHalf, .zero).squareRoot()
    return vectors[index].lowHalf * roots
  }

  /// Improves the vectors for a correlation matrix, whose eigenvalues are at least −1.
  ///
  /// - Complexity: O(*n*²) in the size of the matrix.
  mutating func iterate(_ matrix: SquareMatrix) {
    for _ in 0..<30 {
      var next = vectors
      for row in 0..<matrix.size {
        // With 1 added to the diagonal, the largest eigenvalues are also the largest in magnitude.
        var sum = vectors[row]
        for column in 0..<matrix.size { sum += matrix[row, column] * vectors[column] }
        next[row] = sum
      }
      vectors = next
      orthogonalise()
    }
  }

  private mutating func orthogonalise() {
    for lane in 0..<4 {
      for earlier in 0..<lane {
        let overlap = vectors.reduce(0) { $0 + $1[lane] * $1[earlier] }
        for row in vectors.indices { vectors[row][lane] -= overlap * vectors[row][earlier] }
      }
      let length = vectors.reduce(0) { $0 + $1[lane] * $1[lane] }.squareRoot()
      values[lane] = length - 1
      if length == 0 { continue }
      for row in vectors.indices { vectors[row][lane] /= length }
    }
  }
}
