import TestSupport
import Testing

@testable import Tuning

/// Where another configuration becomes better, if false approvals cost more or less.
struct CostStabilityTests {
  private func harm(_ lines: [HarmLine], _ factor: Double) -> Double {
    lines.map { factor * $0.falseApprovals + $0.rest }.max() ?? 0
  }

  @Test func aRangeEndsWhereTwoLinesMeet() {
    // At a factor of 3 the second one is better, below one half the third.
    let lines: [[HarmLine]?] = [
      [HarmLine(falseApprovals: 0.1, rest: 0.1)],
      [HarmLine(falseApprovals: 0, rest: 0.4)],
      [HarmLine(falseApprovals: 0.3, rest: 0)],
    ]
    let stability = CostStability(of: 0, among: lines)
    #expect((stability.least - 0.5).magnitude < 1e-15)
    #expect(stability.betterBelow == 2)
    #expect(((stability.greatest ?? 0) - 3).magnitude < 1e-14)
    #expect(stability.betterAbove == 1)
  }

  @Test func equalsEndTheRangeAtOnce() {
    let lines: [[HarmLine]?] = [
      [HarmLine(falseApprovals: 0.1, rest: 0.2)], [HarmLine(falseApprovals: 0.2, rest: 0.1)],
    ]
    let stability = CostStability(of: 0, among: lines)
    #expect((stability.least - 1).magnitude < 1e-15)
    #expect(stability.betterBelow == 1)
    #expect(stability.greatest == nil)
  }

  /// One third and two thirds do not add up exactly.
  @Test func roundingDoesNotMakeAnEndOnTheOtherSide() {
    let lines: [[HarmLine]?] = [
      [HarmLine(falseApprovals: 2.0 / 3, rest: 1.0 / 3 + 1e-13)],
      [HarmLine(falseApprovals: 1.0 / 3, rest: 2.0 / 3)],
    ]
    let stability = CostStability(of: 0, among: lines)
    #expect(stability.least == 0)
    #expect(stability.greatest == 1)
  }

  @Test func whoIsNoRivalIsNotAsked() {
    let lines: [[HarmLine]?] = [[HarmLine(falseApprovals: 0.1, rest: 0.1)], nil]
    #expect(
      CostStability(of: 0, among: lines)
        == .init(least: 0, betterBelow: nil, greatest: nil, betterAbove: nil))
  }

  /// Inside the range nothing is better, and right outside the named one is.
  @Test func nothingIsBetterInside() {
    forEverySeed(1000, inDebug: 200, premises: ["an end above", "an end below", "no end"]) { draw in
      func line() -> HarmLine {
        HarmLine(
          falseApprovals: Double(draw.int(in: 0...8)) / 8, rest: Double(draw.int(in: 0...8)) / 8)
      }
      let lines = (0..<draw.int(in: 2...5)).map { _ in
        (0..<draw.int(in: 1...3)).map { _ in line() }
      }
      let harms = lines.map { harm($0, 1) }
      let chosen = harms.indices.min { harms[$0] < harms[$1] } ?? 0
      let stability = CostStability(of: chosen, among: lines)
      let end = stability.greatest ?? 20
      for step in 0...40 {
        let factor = stability.least + (end - stability.least) * Double(step) / 40
        let own = harm(lines[chosen], factor)
        try require(
          lines.allSatisfy { harm($0, factor) >= own - 1e-12 }, "\(factor) of \(lines)")
      }
      if let greatest = stability.greatest {
        draw.met("an end above")
        let place = try requireValue(stability.betterAbove, "nobody is better above")
        let beyond = greatest + 1e-6
        try require(harm(lines[place], beyond) < harm(lines[chosen], beyond), "not better above")
      } else {
        draw.met("no end")
      }
      if stability.least > 0 {
        draw.met("an end below")
        let place = try requireValue(stability.betterBelow, "nobody is better below")
        let beyond = stability.least - 1e-6
        try require(harm(lines[place], beyond) < harm(lines[chosen], beyond), "not better below")
      }
    }
  }
}
