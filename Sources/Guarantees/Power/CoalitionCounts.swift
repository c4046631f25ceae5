/// How many coalitions there are of each size and weight.
struct CoalitionCounts {
  /// Beyond this number of voters, the counts would not fit.
  static let votersMax = 127
  /// How many cells the table may have.
  private static let cellsMax = 2_000_000

  private let sizeMax: Int
  private let weightMax: Int
  /// The counts modulo 2¹²⁸, which is above all of them: what is subtracted had been added.
  private var cells: [UInt128]

  /// The coalitions among some voters; nil where they are too many, or too heavy to be counted so.
  ///
  /// - Complexity: O(*n*² · *w*) for *n* voters of *w* units together.
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
        for sum in 0...weightMax - weight {
          cells[index(size + 1, sum + weight)] &+= cells[index(size, sum)]
        }
      }
    }
  }

  /// How many coalitions have this size and weight.
  subscript(size: Int, weight: Int) -> UInt128 {
    size <= sizeMax && weight <= weightMax ? cells[index(size, weight)] : 0
  }

  /// The coalitions among all voters but one of a weight.
  ///
  /// - Complexity: O(*n* · *w*).
  func removing(weight: Int) -> CoalitionCounts {
    var rest = self
    for size in stride(from: 1, through: sizeMax, by: 1) {
      for sum in stride(from: weight, through: weightMax, by: 1) {
        rest.cells[index(size, sum)] &-= rest.cells[index(size - 1, sum - weight)]
      }
    }
    return rest
  }

  private func index(_ size: Int, _ weight: Int) -> Int { size * (weightMax + 1) + weight }
}
