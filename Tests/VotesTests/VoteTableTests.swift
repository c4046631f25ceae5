import Consensus
import Testing
import Text
import Votes

struct VoteTableTests {
  private func table(_ text: String) throws -> VoteTable {
    try VoteTable(reading: Array(text.utf8))
  }

  private func problems(_ text: String) -> [String] {
    let error = #expect(throws: TextProblems.self) { try table(text) }
    return error?.problems.map(\.description) ?? []
  }

  @Test func aTableHasARowAVoter() throws {
    let table = try table("voter,label,p,\"q,1\"\nx,ring,approve,\ny,,abstain,reject\n")
    #expect(table.voters == ["x", "y"])
    #expect(table.labels == ["ring", ""])
    #expect(table.proposals == ["p", "q,1"])
    let votes = (0..<2).map { voter in (0..<2).map { table.votes.vote(of: voter, on: $0) } }
    #expect(votes == [[.approve, nil], [nil, .reject]])
    #expect(table.actions == [nil, nil] && table.targets == [nil, nil])
  }

  @Test func aTraceTellsMoreOfItsProposals() throws {
    let table = try table(
      """
      {"op":"create","at":0,"voters":["a","b"]}
      {"op":"propose","at":0,"proposer":"a","action":"evict","target":"w-1"}
      {"op":"vote","at":1,"proposal":"prop-0001","voter":"b","value":"reject"}
      """)
    #expect(table.voters == ["a", "b"] && table.labels == nil)
    #expect(table.proposals == ["prop-0001"])
    #expect(table.actions == ["evict"] && table.targets == ["w-1"])
    #expect(table.votes.vote(of: 0, on: 0) == nil && table.votes.vote(of: 1, on: 0) == .reject)
  }

  @Test func whatIsWrongIsToldWithItsPlace() {
    #expect(
      problems("voter,p\nx,aprove\n") == [
        "2:3: x.p: 'aprove' is not a valid vote (did you mean 'approve'?); use approve, reject, "
          + "abstain or an empty field"
      ])
    #expect(
      problems("voter,p\nx,approve\n") == ["1:1: $: there is one voter; at least two are needed"])
    #expect(
      problems("voter\n") == ["1:1: voter: there are no proposals; at least one is needed"])
    #expect(
      problems("v\0o\0t\0e\0r\0,\0")
        == ["1:1: $: the file is in UTF-16, which cannot be read; save it in UTF-8"])
    #expect(problems("{") == ["1:2: $: a key in double quotes is expected"])
  }
}
