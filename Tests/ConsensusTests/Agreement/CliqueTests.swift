import Consensus
import JSON
import TestSupport
import Testing
import Text

struct CliqueTests {
  /// 300 random graphs and what networkx finds in them (Fixtures/make_cliques.py, networkx 3.6.1).
  @Test func findsWhatNetworkxFinds() throws {
    let lines = try Fixture.lines("networkx-cliques.jsonl")
    #expect(lines.count == 300)
    var listed = 0
    for (number, line) in lines.prefix(Effort.count(300, inDebug: 40)).enumerated() {
      let document = try JSONDocument(parsing: line)
      let fields = JSONCursor(document, log: ProblemLog(document))
      var graph = Graph(nodeCount: fields.required("nodes")?.integer() ?? 0)
      for edge in fields.required("edges")?.listOfLists ?? [] { graph.connect(edge[0], edge[1]) }
      let expected = fields.required("cliques")?.listOfLists
      #expect(try graph.maximalCliques() == expected, "graph \(number + 1)")
      listed += expected?.count ?? 0
    }
    #expect(listed > Effort.count(20_000, inDebug: 2_000))
  }

  /// n ÷ 3 groups of three, every two voters of different groups joined: 3^(n ÷ 3) cliques.
  private func moonMoser(_ nodes: Int) -> Graph {
    var graph = Graph(nodeCount: nodes)
    for a in 0..<nodes {
      for b in 0..<a where a / 3 != b / 3 { graph.connect(a, b) }
    }
    return graph
  }

  @Test func listsAllCliquesOfASmallMoonMoserGraph() throws {
    let cliques = try moonMoser(18).maximalCliques()
    #expect(cliques.count == 729)
    #expect(cliques.allSatisfy { $0.count == 6 })
    #expect(cliques.first == [0, 3, 6, 9, 12, 15])
  }

  @Test func stopsAtAGraphMadeToExplode() throws {
    let limit = CliqueLimit(cliquesMax: 5000, stepsMax: 1_000_000)
    #expect(throws: limit) { try moonMoser(60).maximalCliques(limit: limit) }
    let steps = CliqueLimit(cliquesMax: .max, stepsMax: 20_000)
    #expect(throws: steps) { try moonMoser(60).maximalCliques(limit: steps) }
  }

  @Test func threeHundredVotersWhoAllAgreeAreOneClique() throws {
    var graph = Graph(nodeCount: 300)
    for a in 0..<300 { for b in 0..<a { graph.connect(a, b) } }
    #expect(try graph.maximalCliques() == [Array(0..<300)])
  }

  @Test func theProtocolSaysSoAndStillSummarises() throws {
    // Each two voters meet on one proposal and agree there unless they are of one group of three.
    let names = (0..<36).map { "voter-\($0)" }
    var consensus = try ConsensusProtocol(
      voters: names.map { Voter($0) }, config: try ConsensusConfig(maxActiveProposals: 1000))
    for a in names.indices {
      for b in 0..<a {
        let id = try consensus.propose(by: names[a], action: "release", at: 0)
        try consensus.vote(.approve, by: names[a], on: id, at: 0)
        try consensus.vote(a / 3 == b / 3 ? .reject : .approve, by: names[b], on: id, at: 0)
      }
    }
    let error = #expect(throws: BlocError.self) { try consensus.detectVotingBlocs() }
    #expect(error?.code == "too_many_blocs")
    #expect(consensus.summary().votingBlocs == nil)
    #expect(consensus.render().contains("too many to list"))
  }
}

extension JSONCursor {
  fileprivate var listOfLists: [[Int]]? {
    array()?.map { $0.array()?.compactMap { $0.integer() } ?? [] }
  }
}
