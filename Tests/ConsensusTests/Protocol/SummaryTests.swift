import Consensus
import TestSupport
import Testing

struct SummaryTests {
  @Test func countsAndAligns() throws {
    let names = ["monitor-with-a-rather-long-name", "監視", "c", "d"]
    var consensus = try ConsensusProtocol(voters: names.map { Voter($0) })
    for round in 0..<4 {
      let id = try consensus.propose(
        by: names[0], action: "release", expirySeconds: round == 3 ? 1 : nil, at: 0)
      try consensus.vote(.approve, by: names[0], on: id, at: 0)
      try consensus.vote(round == 1 ? .reject : .approve, by: "監視", on: id, at: 0)
      try consensus.vote(round == 1 ? .reject : .approve, by: "c", on: id, at: 0)
      if round < 3 { try consensus.tally(id, at: 0) } else { try consensus.tally(id, at: 2) }
      if round == 0 { _ = try consensus.execute(id, at: 0) }
    }
    _ = try consensus.propose(by: "d", action: "release", at: 3)
    Snapshot.expect(consensus.render(), equals: "summary.txt")
  }

  @Test func staysAlignedForLongNumbers() throws {
    var consensus = try ConsensusProtocol(
      voters: ["a"], config: try ConsensusConfig(maxActiveProposals: 20_000))
    for _ in 0..<12_345 { _ = try consensus.propose(by: "a", action: "release", at: 0) }
    let lines = consensus.render().split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix(" 12345") })
    #expect(Set(lines.dropFirst().prefix(12).map(\.count)).count == 1)
    #expect(consensus.proposals().last?.id == "prop-12345")
    #expect(consensus.proposal("prop-12345") != nil)
    #expect(consensus.proposal("prop-0012") != nil)
    for id in ["prop-00012", "prop-12", "prop-12346", "prop-0000", "Prop-0001", "prop-+001", ""] {
      #expect(consensus.proposal(id) == nil, "\(id)")
    }
  }
}
