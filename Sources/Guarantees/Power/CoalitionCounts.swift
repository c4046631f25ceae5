/// The number of coalitions of each size and weight.
struct CoalitionCounts {
  /// The largest number of voters for which the counts fit.
  static let votersMax = 127
  /// The largest number of entries of the table.
  private static let cellsMax = 2_000_000

  private let sizeMax: Int
  private let weightMax: Int
  /// The counts modulo 2¹²⁸, which is larger than all of them; only added counts are ever
  /// subtracted.
  private var cells: [UInt128]

  /// The coalitions among some voters; nil if the voters are too many or too heavy.
  ///
  /// - Complexity: O(*n*² · *w*) for *n* voters with *w* units of weight in all.
  init?(_ weights: [Int]) {
    sizeMax = weights.count
    weightMax = weights.reduce(0, +)
    guard sizeMax <= Self.votersMax, (weightMax + 1) <= Self.cellsMax / (sizeMax + 1) else {
      return nil
    }
    cells = Array(repeating: 0, count: (sizeMax + 1) * (weightMax + 1))
    cells[0] = 1
    for (place, weight) in weights.enumerated() {
      for size in (0...place).reversed() {
        let (source, target) = (index(size, 0), index(size + 1, weight))
        cells.withUnsafeMutableBufferPointer { cells in
          for sum in 0...weightMax - weight { cells[target + sum] &+= cells[source + sum] }
        }
      }
    }
  }

  /// The number of coalitions with this size and weight.
  subscript(size: Int, weight: Int) -> UInt128 {
    size <= sizeMax && weight <= weightMax ? cells[index(size, weight)] : 0
  }

  /// The coalitions among all voters except one of a weight.
  ///
  /// - Complexity: O(*n* · *w*).
  func removing(weight: Int) -> CoalitionCounts {
    var rest = self
    for size in 0..<sizeMax {
      let (source, target) = (index(size, 0), index(size + 1, weight))
      rest.cells.withUnsafeMutableBufferPointer { cells in
        for sum in 0...weightMax - weight { cells[target + sum] &-= cells[source + sum] }
      }
    }
    return rest
  }

  private func index(_ size: Int, _ weight: Int) -> Int { size * (weightMax + 1) + weight }
}
