/// A network that delays, loses or duplicates messages between members.
///
/// Partitions affect a message at the instant it is sent. A message that is under way when a
/// partition starts still arrives. A message that is held back is sent when the partition ends, and
/// may then meet the next one.
public struct Network: Sendable {
  private let latency: Distribution
  private let loss: Probability
  private let duplication: Probability
  private let partitions: [Partition]
  private let scheduler: Scheduler

  /// Whether any draw can make a difference; if not, none is computed.
  private let isRandom: Bool

  /// The latency of every message, if it is constant and nothing else can happen to messages.
  public let fixedDelay: Nanoseconds?

  /// A network; by default every message arrives at once.
  public init(
    latency: Distribution = .constant(0), loss: Probability = .never,
    duplication: Probability = .never, partitions: [Partition] = [], scheduler: Scheduler = .fair
  ) {
    self.latency = latency
    self.loss = loss
    self.duplication = duplication
    self.partitions = partitions
    self.scheduler = scheduler
    isRandom = !latency.isConstant || loss.isPossible || duplication.isPossible
    fixedDelay =
      !isRandom && partitions.isEmpty && scheduler == .fair ? latency.sample(at: 0) : nil
  }

  /// Sends a message; returns when it arrives, and when its copy does.
  ///
  /// Every message has one block of random words: for latency, loss, duplication and the copy's
  /// latency, in this order. So turning one effect on leaves the others as they were. A lost message
  /// has no copy.
  /// - Parameters:
  ///   - receiver: A member, or a number beyond all members for someone in no group.
  ///   - draws: The message's block, asked for only where it can make a difference.
  /// - Complexity: O(1), or O(p) to O(p²) with p partitions; it allocates nothing.
  public func deliveries(
    from sender: Int, to receiver: Int, at sent: VirtualTime, draws: () -> Philox4x64.Block
  ) -> Deliveries {
    let words = isRandom ? draws() : Philox4x64.Block(0, 0, 0, 0)
    guard
      !loss.occurs(at: words.word1),
      let departure = departure(from: sender, to: receiver, at: sent)
    else { return .none }
    let isDoubled = duplication.occurs(at: words.word2)
    return Deliveries(
      original: departure.delayed(by: delay(of: sender, at: words.word0)),
      copy: isDoubled ? departure.delayed(by: delay(of: sender, at: words.word3)) : nil)
  }

  /// When a message is sent after all partitions it meets; nil if one of them drops it.
  private func departure(
    from sender: Int, to receiver: Int, at sent: VirtualTime
  ) -> VirtualTime? {
    var departure = sent
    while true {
      var release = departure
      for partition in partitions
      where partition.separates(sender, from: receiver, at: departure) {
        if partition.drops { return nil }
        release = max(release, partition.end)
      }
      if release == departure { return departure }
      departure = release
    }
  }

  /// The latency of a message, given its random word.
  private func delay(of sender: Int, at word: UInt64) -> Nanoseconds {
    switch scheduler {
    case .fair: latency.sample(at: word)
    case .adversarial(let delayMax, let favoured):
      favoured.contains(sender) ? .zero : latency.sample(at: word) + delayMax
    }
  }
}
