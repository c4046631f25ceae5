/// The limit on cliques was reached: there are too many, or the search takes too long.
public struct CliqueLimit: Error, Hashable, Sendable {
  /// The largest number of cliques that are listed.
  public let cliquesMax: Int
  /// The largest number of steps of the search.
  public let stepsMax: Int

  /// Enough for any graph that a person can read, and never longer than some seconds.
  public static let standard = CliqueLimit(cliquesMax: 100_000, stepsMax: 10_000_000)

  /// A limit on the number of cliques and on the steps of the search.
  public init(cliquesMax: Int, stepsMax: Int) {
    self.cliquesMax = cliquesMax
    self.stepsMax = stepsMax
  }
}

extension Graph {
  /// The maximal cliques of two or more nodes: largest first, then by their members in order.
  ///
  /// - Complexity: O(3^(*n* ÷ 3)) in the number of nodes at worst, cut off by the limit.
  package func maximalCliques(limit: CliqueLimit = .standard) throws(CliqueLimit) -> [[Int]] {
    var search = CliqueSearch(self, limit: limit)
    try search.run()
    return search.cliques.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }
}

/// The search of Bron and Kerbosch with Tomita's pivot, on an explicit stack, so that deep graphs
/// cannot overflow the real one.
private struct CliqueSearch {
  private let graph: Graph
  private let limit: CliqueLimit
  private var steps = 0
  /// The current clique, with one member for each level.
  private var members: [Int] = []
  private(set) var cliques: [[Int]] = []

  /// Three rows of bits for each level: candidates, earlier candidates that are already searched,
  /// and candidates that must still be tried here.
  private var stack: [UInt64]

  private var words: Int { graph.wordsPerRow }
  private func open(_ level: Int) -> Int { level * 3 * words }
  private func done(_ level: Int) -> Int { open(level) + words }
  private func toTry(_ level: Int) -> Int { open(level) + 2 * words }

  init(_ graph: Graph, limit: CliqueLimit) {
    self.graph = graph
    self.limit = limit
    stack = Array(repeating: 0, count: (graph.nodeCount + 2) * 3 * graph.wordsPerRow)
    for node in 0..<graph.nodeCount { stack[node / 64] |= 1 << UInt64(node % 64) }
  }

  mutating func run() throws(CliqueLimit) {
    var level = 0
    chooseNodesToTry(at: level)
    while level >= 0 {
      guard let node = takeNodeToTry(at: level) else {
        level -= 1
        if let tried = members.popLast() { markDone(tried, at: level) }
        continue
      }
      steps += 1
      if steps > limit.stepsMax { throw limit }
      let isOpen = enter(node, from: level)
      members.append(node)
      if isOpen {
        level += 1
        chooseNodesToTry(at: level)
        continue
      }
      try recordClique(at: level + 1)
      members.removeLast()
      markDone(node, at: level)
    }
  }

  /// Restricts the next level to the neighbours of a node; returns whether any candidate is left.
  private mutating func enter(_ node: Int, from level: Int) -> Bool {
    var isOpen = false
    for (word, neighbours) in graph.row(node).enumerated() {
      stack[open(level + 1) + word] = stack[open(level) + word] & neighbours
      stack[done(level + 1) + word] = stack[done(level) + word] & neighbours
      if stack[open(level + 1) + word] != 0 { isOpen = true }
    }
    return isOpen
  }

  /// Keeps the members as a clique if no node searched before could join them.
  private mutating func recordClique(at level: Int) throws(CliqueLimit) {
    let isMaximal = stack[done(level)..<done(level) + words].allSatisfy { $0 == 0 }
    guard isMaximal && members.count >= 2 else { return }
    if cliques.count == limit.cliquesMax { throw limit }
    cliques.append(members.sorted())
  }

  /// Each clique through a level leaves out some neighbour of the pivot, so only the pivot itself
  /// and the nodes not joined to it must be tried.
  private mutating func chooseNodesToTry(at level: Int) {
    var pivot = 0
    var mostNeighbours = -1
    for candidate in 0..<graph.nodeCount {
      let isHere =
        (stack[open(level) + candidate / 64] | stack[done(level) + candidate / 64])
        >> UInt64(candidate % 64) & 1 == 1
      guard isHere else { continue }
      var neighbours = 0
      for (word, row) in graph.row(candidate).enumerated() {
        neighbours += (stack[open(level) + word] & row).nonzeroBitCount
      }
      if neighbours > mostNeighbours { (pivot, mostNeighbours) = (candidate, neighbours) }
    }
    for (word, row) in graph.row(pivot).enumerated() {
      stack[toTry(level) + word] = stack[open(level) + word] & ~row
    }
  }

  private mutating func takeNodeToTry(at level: Int) -> Int? {
    for word in 0..<words {
      let bits = stack[toTry(level) + word]
      if bits == 0 { continue }
      stack[toTry(level) + word] = bits & (bits - 1)
      return word * 64 + bits.trailingZeroBitCount
    }
    return nil
  }

  private mutating func markDone(_ node: Int, at level: Int) {
    let bit: UInt64 = 1 << UInt64(node % 64)
    stack[open(level) + node / 64] &= ~bit
    stack[done(level) + node / 64] |= bit
  }
}
