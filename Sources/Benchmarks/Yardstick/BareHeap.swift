/// The yardstick for the queue: a 4-ary heap of votes without any checks.
struct BareHeap {
  /// A vote to come, and its time; at equal times the vote that was added first leads.
  struct Vote {
    let time: Int64
    let sequence: UInt64
    let voter: Int

    @inline(__always)
    func precedes(_ other: Vote) -> Bool {
      Int128(time) << 64 | Int128(sequence) < Int128(other.time) << 64 | Int128(other.sequence)
    }
  }

  private let votes: UnsafeMutablePointer<Vote>
  private var sequence: UInt64 = 0
  private(set) var count = 0

  init(capacity: Int) {
    votes = .allocate(capacity: capacity)
  }

  func deallocate() {
    votes.deallocate()
  }

  @inline(__always)
  mutating func push(_ voter: Int, at time: Int64) {
    let vote = Vote(time: time, sequence: sequence, voter: voter)
    sequence &+= 1
    var hole = count
    count &+= 1
    while hole > 0, vote.precedes(votes[(hole &- 1) / 4]) {
      votes[hole] = votes[(hole &- 1) / 4]
      hole = (hole &- 1) / 4
    }
    votes[hole] = vote
  }

  @inline(__always)
  mutating func pop() -> Vote {
    let top = votes[0]
    count &-= 1
    let vote = votes[count]
    var hole = 0
    while 4 &* hole &+ 1 < count {
      let child = firstChild(of: hole)
      if vote.precedes(votes[child]) { break }
      votes[hole] = votes[child]
      hole = child
    }
    votes[hole] = vote
    return top
  }

  @inline(__always)
  private func firstChild(of parent: Int) -> Int {
    let child = 4 &* parent &+ 1
    if child &+ 3 < count {
      let left = votes[child &+ 1].precedes(votes[child]) ? child &+ 1 : child
      let right = votes[child &+ 3].precedes(votes[child &+ 2]) ? child &+ 3 : child &+ 2
      return votes[right].precedes(votes[left]) ? right : left
    }
    var first = child
    var other = child &+ 1
    while other < count {
      if votes[other].precedes(votes[first]) { first = other }
      other &+= 1
    }
    return first
  }
}
