import CSV
import Experiments
import Metrics
import Reports
import Scenarios
import TestSupport
import Testing

struct TrialTableCSVTests {
  private func table() async throws -> TrialTable {
    let file = try ScenarioFile(
      parsing: """
        {"name": "rows", "trials": 3,
         "voters": [
           {"name": "h", "role": "honest", "count": 2, "accuracy": 0.7, "latency": 1.5},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "workload": {"proposals": 4},
         "sweep": {"mode": ["central", "replicated"],
                   "network.partitions": [[], [{"from": 0, "to": 1, "groups": ["t"]}]]}}
        """)
    return try #require(
      await TrialTable.run(file, threads: 2, interruption: Interruption()))
  }

  @Test func theTableHasARowForEachTrial() async throws {
    let table = try await table()
    let data = try #require(DataTable(csv: table.csv))
    #expect(
      data.header.prefix(5) == ["scenario", "cell", "mode", "network.partitions", "trial"])
    #expect(Array(data.header.dropFirst(5)) == TrialCounts.names)
    #expect(data.rows.count == 12)
    #expect(data.column("trial") == ["1", "2", "3", "1", "2", "3", "1", "2", "3", "1", "2", "3"])
    #expect(data.column("cell") == ["1", "1", "1", "2", "2", "2", "3", "3", "3", "4", "4", "4"])
    #expect(data.rows[3][3].hasPrefix(#"[{"from":0"#))
    #expect(
      data.column("votes_counted") == table.cells.joined().map { String($0.participants) })
  }

  @Test func tablesReadBack() async throws {
    let table = try await table()
    #expect(TrialTable(csv: table.csv, of: table.file) == table)
  }

  @Test func whatIsNotTheWholeTableIsNotRead() async throws {
    let table = try await table()
    let text = table.csv
    for count in stride(from: 0, to: text.count, by: 7) {
      #expect(TrialTable(csv: Array(text.prefix(count)), of: table.file) == nil)
    }
    #expect(TrialTable(csv: text + text.suffix(30), of: table.file) == nil)
    let rows = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (first, second) in [(1, 2), (3, 4), (0, 1)] {
      var swapped = rows
      swapped.swapAt(first, second)
      let bytes = Array(swapped.joined(separator: [UInt8(ascii: "\n")]))
      #expect(TrialTable(csv: bytes, of: table.file) == nil)
    }
  }
}
