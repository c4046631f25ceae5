import Consensus
import Simulation
import Testing

@testable import Exactness

/// Moves of an adversary, and who of its voters makes them.
struct AttackMoveTests {
  private func move(_ approvals: ClosedRange<Int>, _ votes: AttackMove.Votes) -> AttackMove {
    AttackMove(delay: nil, numbers: [[approvals, 0...3]], votes: votes, callsTally: true)
  }

  private func joined(_ moves: [AttackMove]) -> [[[ClosedRange<Int>]]?] {
    moves.joined.map(\.numbers)
  }

  @Test func movesAtNeighbouringNumbersAreOne() {
    let moves = [
      move(2...2, .all(.reject)), move(0...0, .all(.reject)), move(1...1, .all(.reject)),
    ]
    #expect(joined(moves) == [[[0...2, 0...3]]])
  }

  @Test func movesApartStayTwo() {
    let moves = [move(0...0, .all(.reject)), move(2...2, .all(.reject))]
    #expect(joined(moves) == [[[0...0, 0...3]], [[2...2, 0...3]]])
  }

  @Test func differentVotesStayTwo() {
    for (one, other) in [
      (AttackMove.Votes.heaviestReject(1), AttackMove.Votes.heaviestReject(2)),
      (.all(.approve), .all(.reject)), (.all(.reject), .heaviestReject(1)),
    ] {
      #expect(joined([move(0...0, one), move(1...1, other)]).count == 2)
    }
  }

  @Test func onlySoManyOfTheHeaviestReject() {
    let votes = (0..<4).map { AttackMove.Votes.heaviestReject(2).vote(afterHeavier: $0) }
    #expect(votes == [.reject, .reject, nil, nil])
    #expect(AttackMove.Votes.all(.approve).vote(afterHeavier: 3) == .approve)
  }
}
