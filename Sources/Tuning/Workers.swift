import Experiments

/// Threads that share some work, until it is interrupted.
package struct Workers: Sendable {
  /// The number of threads.
  let threads: Int
  /// The request to stop.
  package let interruption: Interruption

  /// So many threads.
  package init(threads: Int, interruption: Interruption) {
    self.threads = threads
    self.interruption = interruption
  }

  /// The results of some work for each number below a count, in their order; nil if interrupted.
  package func each<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result?
  ) async -> [Result]? {
    let turns = Turns(count)
    return await withTaskGroup(of: [(number: Int, result: Result)].self) { group in
      for _ in 0..<min(threads, count) {
        group.addTask {
          var found: [(Int, Result)] = []
          while !interruption.isRaised, let turn = turns.take() {
            guard let result = work(turn) else { break }
            found.append((turn, result))
          }
          return found
        }
      }
      var results: [Result?] = Array(repeating: nil, count: count)
      for await found in group {
        for (number, result) in found { results[number] = result }
      }
      let whole = results.compactMap(\.self)
      return whole.count == count ? whole : nil
    }
  }
}
