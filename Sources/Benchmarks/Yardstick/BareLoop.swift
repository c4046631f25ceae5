import Maths

/// The yardstick for simulated votes: only the events that no simulation can leave out.
///
/// Proposals, warranted or not at random, are opened and tallied. Each vote is right or wrong at
/// random, comes after an exponential latency, waits in a heap with all other events and is counted
/// at its time. The majority decides. There is no protocol, no scenario, no network, and there are
/// no named streams.
struct BareLoop: ~Copyable {
  private let voters: Int
  private var random = Xoshiro256()
  private var heap: BareHeap
  /// A random word below this means a right vote, in nine of ten cases.
  private let accuracy = UInt64.max / 10 * 9
  // The kind of an event, in its lowest bits.
  private let rejection = 0
  private let approval = 1
  private let tally = 2
  private let opening = 3

  init(voters: Int) {
    self.voters = voters
    // A vote rarely comes after the next proposal, so twice the size is enough.
    heap = BareHeap(capacity: 4 * voters + 64)
  }

  deinit {
    heap.deallocate()
  }

  /// Simulates all votes on some proposals.
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

/// Uses a result, so that the work behind it is not optimised away.
@inline(never)
func keep<Value>(_ value: Value) {}
