extension EventQueue {
  /// Traps unless each event comes after its parent, and all sequence numbers are different.
  ///
  /// - Complexity: O(n log n).
  public func checkInvariants() {
    precondition(count <= storage.count, "the storage holds all events")
    for index in 0..<count where index > 0 {
      precondition(
        storage[(index - 1) / 4].precedes(storage[index]), "each event follows its parent")
    }
    let sequences = storage[..<count].map(\.sequence).sorted()
    precondition(zip(sequences, sequences.dropFirst()).allSatisfy(<), "sequence numbers are unique")
    precondition(sequences.allSatisfy { $0 < pushed }, "sequence numbers are below the next one")
  }
}
