import Simulation
import Testing

struct EventQueueTests {
  @Test
  func anEmptyQueueHasNothing() {
    var queue = EventQueue<Int>()
    #expect(queue.isEmpty)
    #expect(queue.count == 0)
    #expect(queue.first == nil)
    #expect(queue.pop() == nil)
    queue.checkInvariants()
  }

  @Test
  func timeThenPriorityThenOrderOfArrival() {
    var queue = EventQueue<Unicode.Scalar>()
    let pushes: [(Unicode.Scalar, time: Nanoseconds, priority: UInt8)] = [
      ("a", 9, 0), ("b", 5, 1), ("c", 5, 3), ("d", 5, 255), ("e", 5, 1), ("f", 5, 0), ("g", 4, 255),
    ]
    for (name, time, priority) in pushes {
      queue.push(name, at: .start + time, priority: priority)
      queue.checkInvariants()
    }
    var order = ""
    while let event = queue.pop() {
      order.unicodeScalars.append(event.payload)
      queue.checkInvariants()
    }
    #expect(order == "gfbecda")
  }

  @Test
  func anEventKeepsWhatItWasGiven() {
    var queue = EventQueue<Int>(minimumCapacity: 3)
    queue.push(7, at: .end, priority: 255)
    queue.push(8, at: .start, priority: 0)
    queue.push(9, at: .start - 1, priority: 255)
    #expect(queue.count == 3)
    #expect(queue.first?.payload == 9)
    #expect(queue.pop()?.time == .start - 1)
    #expect(queue.pop()?.time == .start)
    let last = queue.pop()
    #expect(last?.payload == 7)
    #expect(last?.sequence == 0)
    #expect(last?.time == .end)
    #expect(last?.priority == 255)
  }

  @Test
  func aCopyGoesItsOwnWay() {
    var queue = EventQueue<Int>()
    for number in 0..<5 { queue.push(number, at: .start) }
    var copy = queue
    _ = copy.pop()
    copy.push(9, at: .start)
    #expect(queue.count == 5)
    #expect(drained(&queue) == [0, 1, 2, 3, 4])
    #expect(drained(&copy) == [1, 2, 3, 4, 9])
  }

  @Test(arguments: [true, false])
  func anEmptiedQueueIsAsGoodAsNew(keepingCapacity: Bool) {
    var used = EventQueue<Int>()
    for number in 0..<100 { used.push(number, at: .start + Nanoseconds(Int64(number % 7))) }
    for _ in 0..<30 { _ = used.pop() }
    used.removeAll(keepingCapacity: keepingCapacity)
    #expect(used.isEmpty)
    #expect(used.first == nil)
    for number in 0..<20 { used.push(number, at: .start, priority: UInt8(number % 2)) }
    used.checkInvariants()
    #expect(used.first?.sequence == 0)
    let (even, odd) = (stride(from: 0, to: 20, by: 2), stride(from: 1, to: 20, by: 2))
    #expect(drained(&used) == Array(even) + Array(odd))
  }

  private func drained(_ queue: inout EventQueue<Int>) -> [Int] {
    var payloads: [Int] = []
    while let event = queue.pop() { payloads.append(event.payload) }
    return payloads
  }
}
