import Simulation
import Testing

struct NetworkTests {
  private let now = VirtualTime.start + 1_000

  private func stream(_ message: Int) -> RandomStream {
    RandomStream(seed: 18, purpose: 1, trial: message)
  }

  private func send(_ message: Int, through network: Network) -> Deliveries {
    network.deliveries(from: 0, to: 1, at: now) { stream(message).firstBlock }
  }

  @Test
  func byDefaultMessagesArriveAtOnce() {
    #expect(send(0, through: Network()) == Deliveries(original: now))
  }

  @Test
  func everyDrawHasItsWord() {
    let latency = Distribution.exponential(mean: 500_000_000)
    let (loss, duplication) = (Probability(0.3), Probability(0.4))
    let network = Network(latency: latency, loss: loss, duplication: duplication)
    for message in 0..<1_000 {
      var words = stream(message)
      let block = words.nextBlock()
      let original = now + latency.sample(at: block.word0)
      let copy = now + latency.sample(at: block.word3)
      let expected: [VirtualTime] =
        loss.occurs(at: block.word1)
        ? [] : duplication.occurs(at: block.word2) ? [original, copy] : [original]
      #expect(Array(send(message, through: network)) == expected)
    }
  }

  @Test
  func oneEffectLeavesTheOthersAsTheyWere() {
    let latency = Distribution.lognormal(median: 500_000_000, sigma: 1)
    let plain = Network(latency: latency)
    let lossy = Network(latency: latency, loss: Probability(0.2))
    let doubling = Network(latency: latency, duplication: Probability(0.2))
    var (lost, doubled) = (0, 0)
    for message in 0..<2_000 {
      let expected = send(message, through: plain).original
      let lossyDeliveries = send(message, through: lossy)
      let doublingDeliveries = send(message, through: doubling)
      #expect(lossyDeliveries == .none || lossyDeliveries.original == expected)
      #expect(doublingDeliveries.original == expected)
      lost += lossyDeliveries == .none ? 1 : 0
      doubled += doublingDeliveries.copy == nil ? 0 : 1
    }
    // 400 expected of each, give or take 18.
    #expect((330...470).contains(lost))
    #expect((330...470).contains(doubled))
  }

  @Test(arguments: [
    (Network(), 0), (Network(latency: .constant(9)), 0), (Network(loss: .always), 1),
    (Network(latency: .uniform(from: 0, to: 9)), 1), (Network(duplication: .always), 1),
    (
      Network(partitions: [
        Partition(from: .start, to: .end, group: MemberSet([0]), drops: true)
      ]), 0
    ),
  ])
  func drawsAreAskedForOnlyWhereTheyMatter(network: Network, times: Int) {
    var asked = 0
    _ = network.deliveries(from: 0, to: 1, at: now) {
      asked += 1
      return Philox4x64.Block(0, 0, 0, 0)
    }
    #expect(asked == times)
  }

  @Test(
    arguments: [
      (Network(), 0), (Network(latency: .constant(9)), 9),
      (Network(latency: .uniform(from: 0, to: 9)), nil), (Network(loss: Probability(0.5)), nil),
      (Network(duplication: Probability(0.5)), nil),
      (Network(partitions: [Partition(from: .start, to: .end, group: MemberSet([0]))]), nil),
      (Network(scheduler: .adversarial(delayMax: 5, favoured: MemberSet([]))), nil),
    ] as [(Network, Nanoseconds?)])
  func delaysAreFixedWhereNothingCanBefallAMessage(network: Network, delay: Nanoseconds?) {
    #expect(network.fixedDelay == delay)
    if let delay {
      #expect(send(0, through: network) == Deliveries(original: now.delayed(by: delay)))
    }
  }

  @Test
  func lossNeedsNoOtherEffect() {
    let network = Network(loss: Probability(0.5))
    let lost = (0..<1_000).filter { send($0, through: network) == .none }
    #expect((430...570).contains(lost.count))
  }

  @Test
  func certainLossAndCertainCopies() {
    #expect(send(0, through: Network(loss: .always)) == .none)
    #expect(send(0, through: Network(loss: .always, duplication: .always)) == .none)
    #expect(
      send(0, through: Network(duplication: .always)) == Deliveries(original: now, copy: now))
  }

  @Test
  func anAdversaryFavoursItsOwn() {
    let network = Network(
      latency: .constant(7), duplication: .always,
      scheduler: .adversarial(delayMax: 500, favoured: MemberSet([2, 4])))
    for sender in 0..<6 {
      let deliveries = network.deliveries(from: sender, to: 9, at: now) {
        stream(sender).firstBlock
      }
      let arrival = sender == 2 || sender == 4 ? now : now + 507
      #expect(deliveries == Deliveries(original: arrival, copy: arrival))
    }
  }

  /// What an adversary holds back still travels as long as it would have.
  @Test
  func anAdversaryIsNeverKinderThanChance() {
    let latency = Distribution.uniform(from: 5_000, to: 12_000)
    let fair = Network(latency: latency, duplication: Probability(0.5))
    let hostile = Network(
      latency: latency, duplication: Probability(0.5),
      scheduler: .adversarial(delayMax: 1_000, favoured: MemberSet([])))
    for trial in 0..<200 {
      let expected = send(trial, through: fair).map { $0 + 1_000 }
      #expect(Array(send(trial, through: hostile)) == expected)
    }
  }

  @Test
  func latencyEndsWithTime() {
    let network = Network(latency: .constant(10))
    let deliveries = network.deliveries(from: 0, to: 1, at: .end - 3) { stream(0).firstBlock }
    #expect(deliveries == Deliveries(original: .end))
  }

  @Test
  func deliveriesAreASequence() {
    #expect(Array(Deliveries.none) == [])
    #expect(Array(Deliveries(original: now)) == [now])
    #expect(Array(Deliveries(original: now + 5, copy: now)) == [now + 5, now])
  }
}
