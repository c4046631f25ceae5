/// Makes a failing case smaller by replaying shorter and lower sequences of its choices.
///
/// The way of MacIver and Donaldson, "Test-case reduction via test-case generation" (2020): since
/// the sequence is shrunk and not the value built from it, one shrinker serves every type. It stops
/// when no pass helps any more or after a number of replays, never by the clock.
struct Shrinker {
  private(set) var best: FailingRun
  private(set) var attempts = 0
  private(set) var shrinks = 0

  private let attemptsMax: Int
  private let replay: ([UInt64]) -> FailingRun?
  private var tried: Set<[UInt64]> = []

  /// Starts from a failing case; `replay` runs other choices and returns how they failed, if so.
  init(_ first: FailingRun, attemptsMax: Int, replay: @escaping ([UInt64]) -> FailingRun?) {
    best = first
    self.attemptsMax = attemptsMax
    self.replay = replay
  }

  /// Runs every pass over and over until none of them gets any further.
  mutating func minimise() {
    guard let same = run(best.values), same.failure.kind == best.failure.kind else { return }
    best = same
    var before = -1
    while shrinks > before {
      before = shrinks
      deleteSpans()
      deleteChunks()
      zeroChunks()
      lowerEach()
      lowerTogether()
      sortNeighbours()
      moveBetweenNeighbours()
      if shrinks == before { lowerAndDelete() }
    }
  }

  /// Tries other choices and keeps them where they fail the same way and are simpler.
  @discardableResult
  mutating func attempt(_ candidate: [UInt64]) -> Bool {
    guard candidate != best.values, tried.insert(candidate).inserted, let trial = run(candidate)
    else { return false }
    guard trial.failure.kind == best.failure.kind, trial.isSimpler(than: best) else { return false }
    best = trial
    shrinks += 1
    return true
  }

  /// Tries the best choices with one of them changed.
  mutating func attempt(_ value: UInt64, at index: Int) -> Bool {
    guard best.values.indices.contains(index) else { return false }
    var candidate = best.values
    candidate[index] = value
    return attempt(candidate)
  }

  /// Tries the best choices without some of them.
  mutating func attempt(deleting range: Range<Int>) -> Bool {
    guard range.upperBound <= best.values.count else { return false }
    var candidate = best.values
    candidate.removeSubrange(range)
    return attempt(candidate)
  }

  /// The least number up to a known good one that still works, looked for by halving.
  mutating func lowest(
    upTo value: UInt64, _ works: (inout Shrinker, UInt64) -> Bool
  ) {
    guard value > 0, !works(&self, 0) else { return }
    // A number where neither of the two before it nor its half works is lowest more often than not.
    let near = Set([value - 1, value - min(2, value), value / 2]).sorted()
    guard let found = near.first(where: { works(&self, $0) }) else { return }
    var (bad, good) = (UInt64(0), found)
    while good - bad > 1 {
      let middle = bad + (good - bad) / 2
      if works(&self, middle) { good = middle } else { bad = middle }
    }
  }

  private mutating func run(_ candidate: [UInt64]) -> FailingRun? {
    guard attempts < attemptsMax else { return nil }
    attempts += 1
    return replay(candidate)
  }
}
