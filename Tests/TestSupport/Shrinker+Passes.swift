extension Shrinker {
  /// Leaves out elements of collections: many neighbours at once, then fewer, then one.
  mutating func deleteSpans() {
    var group = max(1, best.spans.count / 2)
    while group >= 1 {
      var index = best.spans.count - 1
      while index >= 0 {
        if let range = stretch(from: index, group) { _ = attempt(deleting: range) }
        index = min(index, best.spans.count) - 1
      }
      group /= 2
    }
  }

  /// Leaves out any run of choices, long ones first.
  mutating func deleteChunks() {
    for size in sizes() {
      var start = best.values.count - size
      while start >= 0 {
        _ = attempt(deleting: start..<start + size)
        start = min(start, best.values.count - size + 1) - Self.stride(size)
      }
    }
  }

  /// Puts the simplest choice in place of any run of choices, long runs first.
  mutating func zeroChunks() {
    for size in sizes() {
      var start = best.values.count - size
      while start >= 0 {
        var candidate = best.values
        candidate.replaceSubrange(start..<start + size, with: repeatElement(0, count: size))
        attempt(candidate)
        start = min(start, best.values.count - size + 1) - Self.stride(size)
      }
    }
  }

  /// Lowers each choice as far as it goes on its own.
  mutating func lowerEach() {
    var index = 0
    while index < best.values.count {
      let position = index
      lowest(upTo: best.values[position]) { $0.attempt($1, at: position) }
      index += 1
    }
  }

  /// Lowers equal choices together: some cases need two equal values, whichever they are.
  mutating func lowerTogether() {
    for value in Set(best.values).sorted(by: >) where value > 0 {
      let places = best.values.indices.filter { best.values[$0] == value }
      guard places.count > 1 else { continue }
      lowest(upTo: value) { shrinker, lower in
        var candidate = shrinker.best.values
        for place in places where place < candidate.count {
          candidate[place] = lower
        }
        return shrinker.attempt(candidate)
      }
    }
  }

  /// Swaps what is out of order: elements next to each other, then choices a few places apart.
  mutating func sortNeighbours() {
    for index in best.spans.indices where index < best.spans.count {
      guard let pair = stretch(from: index, 2) else { continue }
      let middle = best.spans[index].end
      let swapped = best.values[middle..<pair.upperBound] + best.values[pair.lowerBound..<middle]
      var candidate = best.values
      candidate.replaceSubrange(pair, with: swapped)
      if swapped.lexicographicallyPrecedes(best.values[pair]) { attempt(candidate) }
    }
    for gap in 1...4 {
      for index in best.values.indices.dropFirst(gap) where index < best.values.count {
        guard best.values[index] < best.values[index - gap] else { continue }
        var candidate = best.values
        candidate.swapAt(index, index - gap)
        attempt(candidate)
      }
    }
  }

  /// Moves as much as possible from a choice to a later one: `[400, 600]` becomes `[0, 1000]`.
  mutating func moveBetweenNeighbours() {
    for index in best.values.indices {
      for other in index + 1..<index + 6 {
        guard other < best.values.count, best.bounds[index] > 1, best.bounds[other] > 1
        else { continue }
        let sum = best.values[index].addingReportingOverflow(best.values[other])
        guard !sum.overflow else { continue }
        lowest(upTo: best.values[index]) { shrinker, lower in
          guard other < shrinker.best.values.count, lower <= sum.partialValue else { return false }
          var candidate = shrinker.best.values
          candidate[index] = lower
          candidate[other] = sum.partialValue - lower
          return shrinker.attempt(candidate)
        }
      }
    }
  }

  /// Lowers a choice by one and leaves out a few later: a count drawn first, its elements after it.
  mutating func lowerAndDelete() {
    let count = best.values.count
    guard count <= 24 else { return }
    for index in 0..<count {
      for size in 1...3 {
        for start in index + 1..<max(index + 2, count) {
          var candidate = best.values
          guard start + size <= candidate.count, candidate[index] > 0 else { break }
          candidate[index] -= 1
          candidate.removeSubrange(start..<start + size)
          attempt(candidate)
        }
      }
    }
  }

  /// The choices of so many elements standing next to each other in one collection.
  private func stretch(from index: Int, _ count: Int) -> Range<Int>? {
    var end = best.spans[index].end
    var next = index + 1
    for _ in 1..<max(1, count) {
      while next < best.spans.count && best.spans[next].start < end { next += 1 }
      guard next < best.spans.count, best.spans[next].start == end else { return nil }
      end = best.spans[next].end
      next += 1
    }
    return best.spans[index].start..<end
  }

  /// Short runs are tried at every place, long ones side by side.
  private static func stride(_ size: Int) -> Int {
    size > 4 ? size : 1
  }

  /// Powers of two, from one not above the number of choices down to one.
  private func sizes() -> [Int] {
    var sizes: [Int] = []
    var size = 1
    while size <= best.values.count {
      sizes.append(size)
      size *= 2
    }
    return sizes.reversed()
  }
}
