import JSON
import Reports
import Testing

@testable import Tuning

/// What `recommendation.json` says.
struct TuneReportJSONTests {
  private func member(_ value: JSONValue, _ path: String...) throws -> JSONValue {
    try path.reduce(value) { value, key in
      guard case .object(let members) = value else { return .null }
      return try #require(members[key], "there is no \(key)")
    }
  }

  @Test func theAdviceStandsBesideTheOwnSettings() async throws {
    let advice = try await TunedSample.report(TunedSample.sure).recommendation
    #expect(try member(advice, "status") == "recommended")
    #expect(try member(advice, "configuration") == 1)
    #expect(try member(advice, "front") == 1)
    #expect(try member(advice, "undecided") == 0)
    #expect(try member(advice, "worst", "expected_harm", "value") == 0)
    #expect(try member(advice, "worst", "expected_harm", "adversary") == "liar")
    #expect(try member(advice, "worst_of_own_settings", "expected_harm", "value") == 0.5)
    guard case .array(let path) = try member(advice, "path") else {
      Issue.record("the path is a list")
      return
    }
    #expect(path.count == 1)
    let step = try #require(path.first)
    #expect(try member(step, "field") == "config.majority_threshold")
    #expect(try member(step, "from") == 0.9)
    #expect(try member(step, "to") == 0.6)
    #expect(try member(step, "worst", "expected_harm", "value") == 0)
  }

  @Test func whatIsOpenIsNotInTheFront() async throws {
    let report = try await TunedSample.report(TunedSample.open)
    let advice = report.recommendation
    #expect(try member(advice, "status") == "undecided")
    #expect(try member(advice, "front") == 0)
    #expect(try member(advice, "undecided") == 2)
  }

  /// One cell that is not decided leaves the whole so.
  @Test func aSweepIsAsGoodAsItsWorstCell() async throws {
    let (sure, open) = (
      try await TunedSample.report(TunedSample.sure), try await TunedSample.report(TunedSample.open)
    )
    #expect(TuneReport(sure.cells, of: sure.file).status == .recommended)
    #expect(TuneReport(sure.cells + open.cells, of: sure.file).status == .undecided)
  }
}
