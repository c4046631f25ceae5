/// Counts the trials of a cell in, many at a time.
///
/// A trial of few voters takes less than a microsecond: one by one, counting it in for each metric
/// would take a good part of that.
public struct CellCounter {
  private var counts = CellCounts()
  /// What was counted in the trials that are not yet counted in.
  private var waiting: [TrialCounts] = []

  private static let waitingMax = 64

  /// Nothing counted yet.
  public init() { waiting.reserveCapacity(Self.waitingMax) }

  /// Counts a trial in; sorts its latencies.
  public mutating func add(_ score: inout TrialScore) {
    waiting.append(score.counts)
    counts.addRest(of: &score)
    if waiting.count == Self.waitingMax { countIn() }
  }

  /// The counts of all trials so far.
  public mutating func total() -> CellCounts {
    countIn()
    return counts
  }

  private mutating func countIn() {
    waiting.withUnsafeBufferPointer { counts.add($0) }
    waiting.removeAll(keepingCapacity: true)
  }
}
