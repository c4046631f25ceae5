import JSON
import Testing

@testable import Reports
@testable import Tuning

/// How far the advice holds, in words and as numbers.
struct TuneReportStabilityTests {
  private static let stability = Stability(
    costRatio: CostStability(least: 0, betterBelow: nil, greatest: 2.5, betterAbove: 1),
    accuracy: ShiftStability(
      present: 0.75, least: -0.25, betterBelow: 0, greatest: 0.125, betterAbove: nil),
    correlation: ShiftStability(
      present: nil, least: -0.25, betterBelow: nil, greatest: 0.5, betterAbove: 1),
    faults: SeatStability(fewest: 1, below: .unknown, most: 2, above: .better(0)))

  private func cell(_ stability: Stability, _ standing: DrawStanding?) async throws -> TunedCell {
    let report = try await TunedSample.report(TunedSample.sure)
    return try #require(report.cells.first).replacing(stability, standing)
  }

  @Test func rangesAreToldInASentence() async throws {
    let text = try #require(try await cell(Self.stability, nil).stabilityText)
    #expect(
      text
        == "Nothing else does less harm at worst while, one at a time, accuracy is 0.5 to 0.875 "
        + "(below: no. 1); correlations change by -0.25 to 0.5 (above: no. 2); seats are 1 to 2 "
        + "(below: not known, above: no. 1); false approvals cost 0 to 2.5 times as much as now "
        + "(above: no. 2).")
  }

  @Test func whatIsBetterIsToldByItsNumber() async throws {
    let json = try await cell(Self.stability, nil).stabilityJSON
    #expect(
      json == [
        "cost_ratio": ["from": 0, "better_below": nil, "to": 2.5, "better_above": 2],
        "accuracy": [
          "from": -0.25, "better_below": 1, "to": 0.125, "better_above": nil, "present": 0.75,
        ],
        "correlation": [
          "from": -0.25, "better_below": nil, "to": 0.5, "better_above": 2, "present": nil,
        ],
        "faults": [
          "from": 1, "better_below": nil, "to": 2, "better_above": 1, "known_below": false,
          "known_above": true,
        ],
      ])
  }

  @Test func drawsAreCounted() async throws {
    var standing = DrawStanding(draws: 9)
    (standing.stands, standing.falls) = (5, 1)
    let cell = try await cell(Self.stability, standing)
    #expect(
      cell.standingText
        == "Of 9 draws, each taken alone, it is the best in 5; of 3 it is not known.")
    #expect(cell.standingJSON == ["draws": 9, "stands": 5, "falls": 1])
    standing.falls = 4
    let known = try await self.cell(Self.stability, standing)
    #expect(known.standingText == "Of 9 draws, each taken alone, it is the best in 5.")
  }
}
