extension EventQueue {
  /// Traps unless each event waits below one that leaves before it, and all came at different times.
  ///
  /// - Complexity: O(n log n).
  public func checkInvariants() {
    precondition(count <= storage.count, "more events than there is room for")
    for index in 0..<count where index > 0 {
      precondition(storage[(index - 1) / 4].precedes(storage[index]), "events out of order")
    }
    let sequences = storage[..<count].map(\.sequence).sorted()
    precondition(zip(sequences, sequences.dropFirst()).allSatisfy(<), "a sequence used twice")
    precondition(sequences.allSatisfy { $0 < pushed }, "a sequence not yet given out")
  }
}
