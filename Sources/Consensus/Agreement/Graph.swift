/// An undirected graph without loops, with a row of bits for each node.
package struct Graph: Sendable {
  /// The number of nodes.
  package let nodeCount: Int
  let wordsPerRow: Int
  private(set) var rows: [UInt64]

  /// A graph without edges.
  package init(nodeCount: Int) {
    self.nodeCount = nodeCount
    wordsPerRow = (nodeCount + 63) / 64
    rows = Array(repeating: 0, count: nodeCount * wordsPerRow)
  }

  /// Adds an edge between two different nodes.
  package mutating func connect(_ a: Int, _ b: Int) {
    precondition(a != b, "an edge joins two different nodes")
    rows[a * wordsPerRow + b / 64] |= 1 << UInt64(b % 64)
    rows[b * wordsPerRow + a / 64] |= 1 << UInt64(a % 64)
  }

  /// The neighbours of a node, as bits.
  func row(_ node: Int) -> ArraySlice<UInt64> {
    rows[node * wordsPerRow..<(node + 1) * wordsPerRow]
  }
}
