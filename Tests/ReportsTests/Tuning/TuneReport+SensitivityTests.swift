import Consensus
import JSON
import Metrics
import Testing
import Text

@testable import Reports
@testable import Tuning

/// How much each field matters, in words and as numbers.
struct TuneReportSensitivityTests {
  private func sensitivity() throws -> Sensitivity {
    func share(_ part: Double) -> VarianceShares.Share {
      VarianceShares.Share(alone: part / 2, total: part, shapley: part)
    }
    let shares = VarianceShares(
      mean: 0.5, variance: 0.0625, shares: [share(0.25), share(0), share(0.75)])
    return Sensitivity(
      fields: try ["ties", "audit", "quorum_fraction"].map { try #require(RuleField.named($0)) },
      values: [
        Sensitivity.Value(metric: .expectedHarm, isInPeace: false, shares: .success(shares)),
        Sensitivity.Value(
          metric: .expectedHarm, isInPeace: true, shares: .failure(.notExact(configurations: 3))),
      ])
  }

  @Test func whatMattersMostComesFirst() throws {
    let text = try sensitivity().text(of: .expectedHarm, as: TextLayout(columns: 80))
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      lines == [
        "How much each field matters to expected_harm at worst, if all values are equally",
        "likely:", "field alone total Shapley effect", "quorum_fraction 37.5 % 75 % 75 %",
        "ties 12.5 % 25 % 25 %", "audit: 0 %",
      ])
  }

  @Test func sharesAreToldByField() throws {
    func shares(_ part: Double) -> JSONValue {
      ["alone": JSONValue(part / 2), "total": JSONValue(part), "shapley": JSONValue(part)]
    }
    #expect(
      try sensitivity().json == [
        "expected_harm": [
          "mean": 0.5, "deviation": 0.25,
          "fields": ["ties": shares(0.25), "audit": shares(0), "quorum_fraction": shares(0.75)],
          "reason": nil,
        ],
        "peace_expected_harm": [
          "mean": nil, "deviation": nil, "fields": nil,
          "reason": "it is not exactly known for 3 configurations",
        ],
      ])
  }
}
