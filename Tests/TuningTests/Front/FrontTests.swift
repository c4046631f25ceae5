import TestSupport
import Testing

@testable import Tuning

/// Which configurations nothing beats, where some of their objectives are only known as ranges.
struct FrontTests {
  private func memberships(_ ranges: [[ClosedRange<Double>?]]) -> [Judgement] {
    Front(ranges, feasible: ranges.map { _ in .yes }).memberships
  }

  /// Whether one vector is as good as another in all respects and better in one.
  private func dominates(_ one: [Double?], _ other: [Double?]) -> Bool {
    let pairs = zip(one, other).map { ($0 ?? -1, $1 ?? -1) }
    return pairs.allSatisfy { $0 <= $1 } && pairs.contains { $0 < $1 }
  }

  private func isInFront(_ place: Int, of vectors: [[Double?]]) -> Bool {
    !vectors.contains { dominates($0, vectors[place]) }
  }

  @Test func membershipsAreTrueWhateverTheValuesAre() {
    forEverySeed(
      2000, inDebug: 300, premises: ["in", "out", "undecided", "all known", "nothing to measure"]
    ) { draw in
      let isKnown = draw.int(in: 0...2) == 0
      let objectives = draw.int(in: 1...3)
      let ranges = (0..<draw.int(in: 1...7)).map { _ in
        (0..<objectives).map { _ -> ClosedRange<Double>? in
          if draw.int(in: 0...9) == 0 { return nil }
          let low = Double(draw.int(in: 0...3))
          return low...(isKnown || draw.bool() ? low : low + Double(draw.int(in: 1...2)))
        }
      }
      let front = Front(ranges, feasible: ranges.map { _ in .yes })
      if isKnown { draw.met("all known") }
      if ranges.joined().contains(where: { $0 == nil }) { draw.met("nothing to measure") }
      // Each value is at one end of its range, or anywhere in it.
      for _ in 0..<20 {
        let values = ranges.map { own in
          own.map { range in
            range.map {
              draw.element(of: [$0.lowerBound, $0.upperBound, ($0.lowerBound + $0.upperBound) / 2])
            }
          }
        }
        for (place, membership) in front.memberships.enumerated() {
          let isIn = isInFront(place, of: values)
          switch membership {
          case .yes:
            draw.met("in")
            try require(isIn, "\(place) of \(values) is not in the front")
          case .no:
            draw.met("out")
            try require(!isIn, "\(place) of \(values) is in the front")
          case .undecided:
            draw.met("undecided")
            try require(!isKnown, "known values leave nothing undecided")
          }
        }
      }
    }
  }

  @Test func whatDiffersOnlyByRoundingIsEqual() {
    let third = 1.0 / 3
    let front = memberships([
      [third...third, 1...1], [third.nextUp...third.nextUp, 1...1], [0.5...0.5, 1...1],
    ])
    #expect(front == [.yes, .yes, .no])
  }

  @Test func nobodyIsBeatenByWhatItMayBeItself() {
    #expect(memberships([[0...1], [2...2]]) == [.yes, .no])
    #expect(memberships([[0...2], [1...1]]) == [.undecided, .undecided])
  }

  @Test func whatBreaksALimitIsOutAndBeatsNothing() {
    let front = Front([[0...0], [1...1], [2...2]], feasible: [.no, .yes, .yes])
    #expect(front.memberships == [.no, .yes, .no])
    let doubtful = Front([[0...0], [1...1]], feasible: [.undecided, .yes])
    #expect(doubtful.memberships == [.undecided, .undecided])
  }

  /// What is known of two configurations, beyond their ranges, decides more, and nothing wrong.
  @Test func comparisonsDecideWhatRangesDoNot() {
    forEverySeed(
      2000, inDebug: 300, premises: ["in by comparison", "out by comparison", "undecided"]
    ) { draw in
      let objectives = draw.int(in: 1...3)
      let values = (0..<draw.int(in: 2...6)).map { _ in
        (0..<objectives).map { _ -> Double? in Double(draw.int(in: 0...4)) }
      }
      let ranges = values.map { own in
        own.map { value -> ClosedRange<Double>? in
          let value = value ?? 0
          return value - Double(draw.int(in: 0...2))...value + Double(draw.int(in: 0...2))
        }
      }
      let told = draw.int(in: 1...3)
      let front = Front(ranges, feasible: ranges.map { _ in .yes }) { one, other, objective in
        (values[one][objective] ?? 0) < (values[other][objective] ?? 0)
          && (one + other + objective) % told == 0
      }
      let byRanges = memberships(ranges)
      for (place, membership) in front.memberships.enumerated() {
        let isIn = isInFront(place, of: values)
        switch membership {
        case .yes:
          if byRanges[place] == .undecided { draw.met("in by comparison") }
          try require(isIn, "\(place) of \(values) is not in the front")
        case .no:
          if byRanges[place] == .undecided { draw.met("out by comparison") }
          try require(!isIn, "\(place) of \(values) is in the front")
        case .undecided: draw.met("undecided")
        }
      }
    }
  }
}
