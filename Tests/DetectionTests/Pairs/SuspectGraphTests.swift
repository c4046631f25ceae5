import Testing

@testable import Detection

@Suite struct SuspectGraphTests {
  private func graph(_ voters: Int, _ pairs: [(Int, Int)]) -> SuspectGraph {
    var graph = SuspectGraph(voterCount: voters)
    for (a, b) in pairs { graph.join(a, b) }
    return graph
  }

  @Test func whoIsJoinedToNobodyIsInNoBloc() {
    #expect(graph(4, []).blocs == [])
    #expect(graph(4, [(2, 0)]).blocs == [[0, 2]])
    #expect(graph(4, [(2, 0)]).areJoined(0, 2) && !graph(4, [(2, 0)]).areJoined(0, 1))
  }

  @Test func groupsComeInTheOrderOfTheirFirstMembers() {
    #expect(graph(6, [(4, 1), (5, 3), (3, 0)]).blocs == [[0, 3, 5], [1, 4]])
  }

  /// One of four others is less than half; in a chain of three each end is joined to one of two.
  @Test func whoIsJoinedToLessThanHalfIsLeftOut() {
    let clique = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    #expect(graph(5, clique + [(3, 4)]).blocs == [[0, 1, 2, 3]])
    #expect(graph(5, clique + [(3, 4), (2, 4)]).blocs == [[0, 1, 2, 3, 4]])
    #expect(graph(3, [(0, 1), (1, 2)]).blocs == [[0, 1, 2]])
    // Of a chain of four the first end goes, and then nobody.
    #expect(graph(4, [(0, 1), (1, 2), (2, 3)]).blocs == [[1, 2, 3]])
  }
}
