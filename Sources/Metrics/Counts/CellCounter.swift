/// Counts the trials of a cell in batches.
///
/// A trial with few voters takes less than a microsecond, and counting it alone for each metric
/// would take a large part of that.
package struct CellCounter {
  private var counts = CellCounts()
  /// The counts of trials that are not yet added.
  private var waiting: [TrialCounts] = []

  private static let waitingMax = 64

  /// A counter without any trials.
  package init() { waiting.reserveCapacity(Self.waitingMax) }

  /// Counts a trial; sorts its latencies.
  package mutating func add(_ score: inout TrialScore) {
    waiting.append(score.counts)
    counts.addRest(of: &score)
    if waiting.count == Self.waitingMax { countIn() }
  }

  /// The counts of all trials so far.
  package mutating func total() -> CellCounts {
    countIn()
    return counts
  }

  private mutating func countIn() {
    waiting.withUnsafeBufferPointer { counts.add($0) }
    waiting.removeAll(keepingCapacity: true)
  }
}
