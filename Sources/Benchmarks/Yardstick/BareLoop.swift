import Maths

/// The yardstick for simulated votes: the events that cannot be left out, and nothing around them.
///
/// Proposals, warranted or not by chance, are opened and tallied; each vote is right or wrong by
/// chance, is cast after an exponential latency, waits in a heap with all other events and is
/// counted when its time comes; the majority decides, rightly or not. There is no protocol, no
/// scenario, no network and no named streams.
struct BareLoop: ~Copyable {
  private let voters: Int
  private var random = Xoshiro256()
  private var heap: BareHeap
  /// Below it a random word means a right vote, in nine of ten cases.
  private let accuracy = UInt64.max / 10 * 9
  // What an event is, in its lowest bits.
  private let rejection = 0
  private let approval = 1
  private let tally = 2
  private let opening = 3

  init(voters: Int) {
    self.voters = voters
    // A vote seldom comes after the next proposal; twice the room is plenty.
    heap = BareHeap(capacity: 4 * voters + 64)
  }

  deinit {
    heap.deallocate()
  }

  /// Lets all vote on some proposals.
  mutating func run(proposals: Int) {
    var approve = [Int](repeating: 0, count: proposals)
    var isWarranted = [Bool](repeating: false, count: proposals)
    var opened = 0
    var right = 0
    heap.push(opening, at: 0)
    while heap.count > 0 {
      let event = heap.pop()
      let proposal = event.voter >> 2
      switch event.voter & 3 {
      case approval: approve[proposal] &+= 1
      case tally: if (approve[proposal] &* 2 >= voters) == isWarranted[proposal] { right &+= 1 }
      case opening:
        isWarranted[opened] = random.next() & 1 == 0
        let (rightVote, wrongVote) =
          isWarranted[opened] ? (approval, rejection) : (rejection, approval)
        for _ in 0..<voters {
          let value = random.next() < accuracy ? rightVote : wrongVote
          let unit = Double(random.next() >> 11) * 0x1p-53
          heap.push(opened << 2 | value, at: event.time &+ Int64(-logarithm(1 - unit) * 5e8))
        }
        heap.push(opened << 2 | tally, at: event.time &+ 8_000_000_000)
        opened &+= 1
        if opened < proposals { heap.push(opening, at: event.time &+ 10_000_000_000) }
      default: break
      }
    }
    keep(right)
  }
}

/// Keeps a result in use, so that the work behind it is not optimised away.
@inline(never)
func keep<Value>(_ value: Value) {}
