/// How the trials of a cell are cut into blocks of consecutive trials.
///
/// All blocks have the same size, except for the first ones of a check and for the last one.
package struct TrialBlocks: Sendable {
  /// The number of all trials.
  package let trials: Int
  /// The number of blocks.
  package let count: Int
  /// The last trial of each of the first blocks, whose sizes grow.
  private let firstEnds: [Int]
  /// The size of the others.
  private let size: Int

  /// Blocks of one size.
  init(of trials: Int, size: Int) {
    self.init(of: trials, firstEnds: [], size: size)
  }

  /// The blocks of a check, after each of which it looks at what it knows: a quarter more trials
  /// each time, so that looks cost little and no check runs much longer than necessary.
  package init(growingTo trials: Int) {
    let (smallest, largest) = (16, 4096)
    var ends: [Int] = []
    while true {
      let last = ends.last ?? 0
      let size = max(smallest, last / 4)
      guard last < trials, size < largest else { break }
      ends.append(min(trials, last + size))
    }
    self.init(of: trials, firstEnds: ends, size: largest)
  }

  private init(of trials: Int, firstEnds: [Int], size: Int) {
    self.trials = trials
    self.firstEnds = firstEnds
    self.size = size
    count = firstEnds.count + (trials - (firstEnds.last ?? 0) + size - 1) / size
  }

  /// The numbers of the trials of a block, from 1.
  package subscript(index: Int) -> ClosedRange<Int> {
    precondition(index >= 0 && index < count, "the index of a block is below the count")
    if index < firstEnds.count {
      return (index == 0 ? 0 : firstEnds[index - 1]) + 1...firstEnds[index]
    }
    let last = (firstEnds.last ?? 0) + (index - firstEnds.count) * size
    return last + 1...min(trials, last + size)
  }
}
