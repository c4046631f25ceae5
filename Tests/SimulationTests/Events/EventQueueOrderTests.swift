import Simulation
import TestSupport
import Testing

/// The queue against a list that is searched for its least event.
struct EventQueueOrderTests {
  private struct Model {
    private struct Entry {
      let time: Int64
      let priority: UInt8
      let number: Int
    }

    private var entries: [Entry] = []
    private var pushed = 0

    mutating func push(at time: Int64, priority: UInt8) -> Int {
      entries.append(Entry(time: time, priority: priority, number: pushed))
      pushed += 1
      return pushed - 1
    }

    mutating func pop() -> Int? {
      let least = entries.indices.min { left, right in
        let (left, right) = (entries[left], entries[right])
        return (left.time, left.priority, left.number) < (right.time, right.priority, right.number)
      }
      return least.map { entries.remove(at: $0).number }
    }
  }

  /// Every sequence of up to six pushes at two times with two priorities.
  @Test(arguments: 0...6)
  func everySmallSequence(length: Int) {
    for code in 0..<(1 << (2 * length)) {
      var queue = EventQueue<Int>()
      var model = Model()
      for step in 0..<length {
        let choice = code >> (2 * step)
        let (time, priority) = (Int64(choice & 1), UInt8(choice >> 1 & 1))
        let number = model.push(at: time, priority: priority)
        queue.push(number, at: .start + Nanoseconds(time), priority: priority)
      }
      queue.checkInvariants()
      expectSameOrder(&queue, &model, "code \(code)")
    }
  }

  /// Pushes and pops at random, with few times and so many ties, or with hardly any.
  @Test(arguments: [1, 4, 1_000_000_000] as [Int64])
  func randomSequences(distinctTimes: Int64) {
    for seed in 0..<UInt64(Effort.count(10_000, inDebug: 300)) {
      var random = SplitMix64(seed: seed)
      var queue = EventQueue<Int>()
      var model = Model()
      let isGrowing = UInt64.random(in: 2...5, using: &random)
      for _ in 0..<Int.random(in: 1...80, using: &random) {
        if random.next() % 6 < isGrowing {
          let time = Int64.random(in: 0..<distinctTimes, using: &random)
          let priority = UInt8.random(in: 0...2, using: &random)
          let number = model.push(at: time, priority: priority)
          queue.push(number, at: .start + Nanoseconds(time), priority: priority)
        } else if queue.pop()?.payload != model.pop() {
          Issue.record("another event left first, seed \(seed)")
        }
      }
      queue.checkInvariants()
      expectSameOrder(&queue, &model, "seed \(seed)")
    }
  }

  private func expectSameOrder(
    _ queue: inout EventQueue<Int>, _ model: inout Model, _ situation: Comment
  ) {
    repeat {
      let expected = model.pop()
      let event = queue.pop()
      #expect(event?.payload == expected, situation)
      if expected == nil || event == nil { break }
    } while true
    #expect(queue.isEmpty, situation)
  }
}
