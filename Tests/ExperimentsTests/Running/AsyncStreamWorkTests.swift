import Experiments
import Testing

struct AsyncStreamWorkTests {
  private func listen(to stream: AsyncStream<Int>) async -> [Int] {
    var all: [Int] = []
    for await event in stream { all.append(event) }
    return all
  }

  @Test func eventsComeInTheirOrderAndTheLastOneEnds() async {
    let stream = AsyncStream<Int>.events(interruption: Interruption()) { _, tell in
      for event in 1...10 { tell(event) }
      return 11
    }
    #expect(await listen(to: stream) == Array(1...11))
  }

  @Test(arguments: [1, 2, 5])
  func theLastEventsSurviveWhateverIsDropped(keeping count: Int) async {
    let done = Interruption()
    let stream = AsyncStream<Int>.events(interruption: Interruption(), keeping: count) { _, tell in
      for event in 1...1000 { tell(event) }
      done.raise()
      return 1001
    }
    while !done.isRaised { await Task.yield() }
    let all = await listen(to: stream)
    #expect(all.last == 1001 && all.count <= count + 1)
  }

  @Test func whoStopsListeningInterruptsTheWork() async {
    let stopped = Interruption()
    let stream = AsyncStream<Int>.events(interruption: Interruption()) { interruption, tell in
      tell(1)
      while !interruption.isRaised { await Task.yield() }
      stopped.raise()
      return 2
    }
    let listener = Task { for await _ in stream {} }
    listener.cancel()
    while !stopped.isRaised { await Task.yield() }
    #expect(stopped.isRaised)
  }

  @Test func anInterruptionFromOutsideReachesTheWork() async {
    let interruption = Interruption()
    let stream = AsyncStream<Int>.events(interruption: interruption) { interruption, _ in
      while !interruption.isRaised { await Task.yield() }
      return 3
    }
    interruption.raise()
    #expect(await listen(to: stream) == [3])
  }
}
