/// A number for each pair of voters.
public struct PairTable: Sendable, Equatable {
  /// The number of voters.
  public let voterCount: Int
  /// The numbers of the pairs (0, 1), (0, 2), …, (1, 2), ….
  public internal(set) var values: [Double]

  /// The same number for every pair.
  public init(voterCount: Int, repeating value: Double = 0) {
    self.voterCount = voterCount
    values = Array(repeating: value, count: voterCount * (voterCount - 1) / 2)
  }

  /// The number of a pair of different voters, in either order.
  public subscript(a: Int, b: Int) -> Double {
    get { values[index(a, b)] }
    set { values[index(a, b)] = newValue }
  }

  /// All pairs, in the order of their numbers.
  public var pairs: some Sequence<(Int, Int)> {
    let count = voterCount
    return (0..<count).lazy.flatMap { a in (a + 1..<max(a + 1, count)).lazy.map { (a, $0) } }
  }

  private func index(_ a: Int, _ b: Int) -> Int {
    precondition(a != b, "a pair has two different voters")
    let low = min(a, b)
    return low * (2 * voterCount - low - 1) / 2 + max(a, b) - low - 1
  }
}
