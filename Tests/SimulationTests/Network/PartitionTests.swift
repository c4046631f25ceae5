import Simulation
import Testing

/// Members 0 and 1 against 2 and 3, with a latency of 10.
struct PartitionTests {
  private let pair = MemberSet([0, 1])

  private func time(_ nanoseconds: Nanoseconds) -> VirtualTime { .start + nanoseconds }

  private func cut(
    _ start: Nanoseconds, _ end: Nanoseconds, _ group: MemberSet, drops: Bool = false
  ) -> Partition {
    Partition(from: time(start), to: time(end), group: group, drops: drops)
  }

  /// When a message sent at a time arrives, or nil when it does not.
  private func arrival(
    from sender: Int = 0, to receiver: Int = 2, at sent: Nanoseconds, _ partitions: [Partition],
    scheduler: Scheduler = .fair
  ) -> Nanoseconds? {
    let network = Network(
      latency: .constant(10), partitions: partitions, scheduler: scheduler)
    let deliveries = network.deliveries(from: sender, to: receiver, at: time(sent)) {
      RandomStream(seed: 1, purpose: 1).firstBlock
    }
    #expect(deliveries.copy == nil)
    return deliveries.original?.sinceStart
  }

  @Test(
    arguments: [(99, 109), (100, 210), (150, 210), (199, 210), (200, 210), (201, 211)]
      as [(Nanoseconds, Nanoseconds)])
  func messagesWaitForTheEnd(sent: Nanoseconds, expected: Nanoseconds) {
    #expect(arrival(at: sent, [cut(100, 200, pair)]) == expected)
  }

  @Test(
    arguments: [(99, 109), (100, nil), (199, nil), (200, 210)] as [(Nanoseconds, Nanoseconds?)])
  func messagesAreDropped(sent: Nanoseconds, expected: Nanoseconds?) {
    #expect(arrival(at: sent, [cut(100, 200, pair, drops: true)]) == expected)
  }

  @Test(
    arguments: [(0, 2, 210), (2, 0, 210), (0, 1, 160), (2, 3, 160), (1, 9, 210), (3, 9, 160)]
      as [(Int, Int, Nanoseconds)])
  func onlyMessagesAcrossTheCutWait(sender: Int, receiver: Int, expected: Nanoseconds) {
    #expect(arrival(from: sender, to: receiver, at: 150, [cut(100, 200, pair)]) == expected)
  }

  @Test
  func aPartitionThatEndsAsItStartsIsNone() {
    #expect(arrival(at: 100, [cut(100, 100, pair, drops: true)]) == 110)
  }

  @Test
  func oneHoldsWhatAnotherLetsGo() {
    let first = cut(100, 200, pair)
    let second = cut(150, 300, MemberSet([2]))
    let third = cut(300, 400, pair)
    #expect(arrival(at: 120, [first, second]) == 310)
    #expect(arrival(at: 120, [second, first]) == 310)
    #expect(arrival(at: 120, [third, second, first]) == 410)
    #expect(arrival(at: 120, [first, third]) == 210)
    #expect(arrival(from: 0, to: 3, at: 120, [first, second, third]) == 210)
  }

  @Test
  func twoCutsOfTheSamePairDoNotCancel() {
    #expect(arrival(at: 120, [cut(100, 200, pair), cut(110, 180, MemberSet([2, 3]))]) == 210)
  }

  @Test
  func aHeldMessageMeetsALaterDrop() {
    let holding = cut(100, 200, pair)
    #expect(arrival(at: 120, [holding, cut(150, 250, pair, drops: true)]) == nil)
    #expect(arrival(at: 120, [cut(200, 250, pair, drops: true), holding]) == nil)
    #expect(arrival(at: 120, [holding, cut(130, 200, pair, drops: true)]) == 210)
  }

  /// A drop that comes and goes while another partition still holds the message does not matter.
  @Test
  func aHeldMessageMissesADropInBetween() {
    let (long, short) = (cut(100, 300, pair), cut(100, 200, pair))
    let dropping = cut(200, 250, pair, drops: true)
    #expect(arrival(at: 120, [long, short, dropping]) == 310)
    #expect(arrival(at: 120, [short, long, dropping]) == 310)
  }

  @Test
  func dropsWinOverHolds() {
    let (holding, dropping) = (cut(100, 200, pair), cut(100, 150, pair, drops: true))
    #expect(arrival(at: 120, [holding, dropping]) == nil)
    #expect(arrival(at: 120, [dropping, holding]) == nil)
  }

  @Test
  func anAdversaryDelaysAfterThePartition() {
    let adversary = Scheduler.adversarial(delayMax: 50, favoured: MemberSet([0]))
    #expect(arrival(from: 0, at: 120, [cut(100, 200, pair)], scheduler: adversary) == 200)
    #expect(arrival(from: 1, at: 120, [cut(100, 200, pair)], scheduler: adversary) == 260)
  }

  @Test
  func bothCopiesWait() {
    let network = Network(
      latency: .uniform(from: 1, to: 1_000), duplication: .always,
      partitions: [cut(100, 200, pair)])
    for message in 0..<100 {
      let deliveries = network.deliveries(from: 0, to: 2, at: time(150)) {
        RandomStream(seed: 2, purpose: 1, trial: message).firstBlock
      }
      #expect(deliveries.map { $0 - time(200) >= 1 && $0 - time(200) <= 1_000 } == [true, true])
    }
  }

  @Test
  func anEndBeforeTheStartTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Partition(from: .start + 1, to: .start, group: MemberSet([0]))
    }
  }
}
