import CSV
import Reports
import Testing

/// The numbers in the tables of a search.
struct TuneReportCSVTests {
  private func column(_ table: DataTable, _ name: String) throws -> [String] {
    try #require(table.column(name), "there is no column \(name)")
  }

  @Test func whatIsKnownIsInItsColumn() async throws {
    let table = try await TunedSample.report(TunedSample.sure).table
    #expect(try column(table, "configuration") == ["1", "2"])
    #expect(try column(table, "majority_threshold") == ["0.6", "0.9"])
    // Nobody errs, so there are three of four approvals, and one of four with a lie.
    #expect(try column(table, "false_rejection_rate") == ["0", "1"])
    #expect(try column(table, "false_rejection_rate_low") == ["0", "1"])
    #expect(try column(table, "false_rejection_rate_high") == ["0", "1"])
    #expect(try column(table, "false_rejection_rate_adversary") == ["liar", "liar"])
    #expect(try column(table, "expected_harm") == ["0", "0.5"])
    #expect(try column(table, "peace_expected_harm") == ["0", "0"])
    #expect(try column(table, "feasible") == ["yes", "yes"])
    #expect(try column(table, "front") == ["in", "out"])
  }

  @Test func limitsHaveALowerAndAnUpperEnd() async throws {
    let table = try await TunedSample.report(TunedSample.open).table
    for metric in ["quorum_failure_rate", "expected_harm"] {
      #expect(try column(table, metric) == ["", ""])
      #expect(try column(table, "\(metric)_low") == ["0", "0"])
      #expect(try column(table, "\(metric)_high") == ["1", "1"])
      #expect(try column(table, "\(metric)_status") == ["bounded", "bounded"])
      #expect(try column(table, "\(metric)_adversary") == ["flood", "flood"])
    }
    #expect(try column(table, "front") == ["undecided", "undecided"])
  }

  /// Pairs of what may be in the front are told, by the numbers of configurations.
  @Test func pairsAreThoseThatMatter() async throws {
    let open = try await TunedSample.report(TunedSample.open).pairs
    #expect(try Set(column(open, "configuration")) == ["1", "2"])
    let rows = open.rows.filter { $0[1] == "flood" && $0[2] == "quorum_failure_rate" }
    #expect(
      rows.map { Array($0[3...]) } == Array(repeating: ["", "0", "1", "bounded", "0"], count: 2))
    let sure = try await TunedSample.report(TunedSample.sure).pairs
    let peace = sure.rows.filter { $0[1] == "peace" && $0[2] == "expected_harm" }
    #expect(peace.map { $0[0] } == ["1", "2"])
    #expect(peace.map { $0[3] } == ["0", "0"])
  }
}
