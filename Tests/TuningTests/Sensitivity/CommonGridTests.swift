import Consensus
import JSON
import TestSupport
import Testing

@testable import Tuning

/// The searched settings as one grid, each combination with its configuration.
struct CommonGridTests {
  private func distinct(
    _ space: SearchSpace, voters: Int, critical: Bool = false
  ) throws -> DistinctConfigurations {
    try DistinctConfigurations(
      of: space, groups: [(voters, 1)], kinds: (true, critical), areQuorumsSeen: false,
      countMax: 1_000_000, keepsBins: true)
  }

  private func grid(_ distinct: DistinctConfigurations) throws -> CommonGrid {
    try CommonGrid(distinct, combinationsMax: CommonGrid.combinationsMax)
  }

  private func field(_ key: String) throws -> RuleField { try #require(RuleField.named(key)) }

  /// How likely each configuration is.
  private func likelihoods(_ grid: CommonGrid, count: Int) -> [Double] {
    let weights = grid.axes.reduce([1.0]) { weights, axis in
      weights.flatMap { weight in axis.weights.map { weight * $0 } }
    }
    var sums = Array(repeating: 0.0, count: count)
    for (place, weight) in zip(grid.configurations, weights) { sums[Int(place)] += weight }
    return sums
  }

  @Test func aPartOfAFractionWeighsItsLength() throws {
    let ties = (field: try field("ties"), values: ["approve", "reject"] as [JSONValue])
    let grid = try grid(
      distinct(
        SearchSpace(
          own: RuleSettings(), choices: [ties], fractions: [.quorum: .all, .majority: .all]),
        voters: 4))
    #expect(grid.axes.map(\.field.key) == ["ties", "quorum_fraction", "majority_threshold"])
    #expect(grid.axes[0].weights == [0.5, 0.5])
    #expect(grid.axes[1].weights == [0.25, 0.25, 0.25, 0.25])
    // Of 1/4, 1/3, 1/2, 2/3, 3/4, 1; a tie on either side makes no more of them.
    let twelfths: [Double] = [3, 1, 2, 2, 1, 3]
    #expect(grid.axes[2].weights.count == twelfths.count)
    for (weight, twelfth) in zip(grid.axes[2].weights, twelfths) {
      #expect((weight - twelfth / 12).magnitude < 1e-15)
    }
    #expect(grid.configurations.count == 2 * 4 * 6)
  }

  @Test func onlyWhatIsSearchedWeighs() throws {
    let within = SearchSpace.Fractions.within(0.4...0.6)
    let half = try grid(
      distinct(SearchSpace(own: RuleSettings(), fractions: [.quorum: within]), voters: 4))
    #expect(half.axes.map(\.weights.count) == [2])
    #expect(half.axes[0].weights.allSatisfy { ($0 - 0.5).magnitude < 1e-15 })
    let point = try grid(
      distinct(
        SearchSpace(own: RuleSettings(), fractions: [.quorum: .within(0.4...0.4)]), voters: 4))
    #expect(point.axes.map(\.weights) == [[1]])
    // 0.3 and 0.5 are the same quorum of four.
    let listed = try grid(
      distinct(
        SearchSpace(own: RuleSettings(), fractions: [.quorum: .among([0.9, 0.5, 0.3])]), voters: 4))
    let parts: [Double] = [1.0 / 3 + 1.0 / 3, 1.0 / 3]
    #expect(listed.axes.map(\.weights) == [parts])
    #expect(listed.configurations == [0, 1])
  }

  @Test func aLargeGridIsRefused() throws {
    let search = try distinct(
      SearchSpace(own: RuleSettings(), fractions: [.quorum: .all]), voters: 4)
    #expect(throws: CommonGrid.Obstacle.tooLarge) {
      try CommonGrid(search, combinationsMax: 3)
    }
    #expect(try CommonGrid(search, combinationsMax: 4).configurations.count == 4)
  }

  /// Shares of equal sums that only rounding tells apart leave values between them to no configuration.
  @Test func aValueThatOnlyRoundingPlacesIsNamed() throws {
    let groups: [(count: Int, weight: Double)] = [(1, 0.1), (1, 0.2), (1, 0.3), (1, 0.4)]
    let shares = try #require(ReachableCounts(groups)).shares
    let rounded = try #require(shares.first { $0.lowerBound < $0.upperBound }).upperBound
    let distinct = try DistinctConfigurations(
      of: SearchSpace(own: RuleSettings(), fractions: [.majority: .among([rounded, 1])]),
      groups: groups, kinds: (true, false), areQuorumsSeen: false, countMax: 1000, keepsBins: true)
    let majority = try field("majority_threshold")
    #expect(throws: CommonGrid.Obstacle.roundingDecides(majority)) { try grid(distinct) }
  }

  private static let choices: [(key: String, values: [JSONValue])] = [
    ("ties", ["approve", "reject"]), ("quorum", ["fraction", "bft"]),
    ("rule", ["ratio", "certificate"]), ("tally", ["anytime", "decisive"]),
    ("quorum_unit", ["voters", "weight"]), ("audit", ["chained", "anchored"]),
  ]

  /// What the ranges of a configuration say of how likely it is.
  private func likelihood(
    _ configuration: Configuration, _ space: SearchSpace
  ) -> Double {
    func volume(_ ranges: [FractionField: ClosedRange<Double>]) -> Double {
      FractionField.allCases.map { field -> Double in
        guard case .within(let limits)? = space.fractions[field], let range = ranges[field] else {
          return 1
        }
        let inside = range.clamped(to: limits)
        return (inside.upperBound - inside.lowerBound) / (limits.upperBound - limits.lowerBound)
      }.reduce(1, *)
    }
    // The ranges around the middle are a cross; if they are no box, the boxes beside hold all.
    let isHeld = configuration.sameAs.contains { box in
      RuleField.all.allSatisfy { field in
        FractionField(rawValue: field.key) != nil
          || field.value(in: box.settings) == field.value(in: configuration.settings)
      }
        && FractionField.allCases.allSatisfy { field in
          guard let one = box.ranges[field], let other = configuration.ranges[field] else {
            return false
          }
          return one.overlaps(other)
        }
    }
    let volumes =
      configuration.sameAs.map { volume($0.ranges) }
      + (isHeld ? [] : [volume(configuration.ranges)])
    return volumes.reduce(0, +) / Double(space.choices.map(\.values.count).reduce(1, *))
  }

  @Test func aConfigurationIsAsLikelyAsItsRangesSay() {
    forEverySeed(
      300, inDebug: 60,
      premises: ["weights", "a range", "several combinations", "a fraction is idle"]
    ) { draw in
      let groups =
        draw.bool()
        ? [(draw.int(in: 1...5), 1.0)]
        : [(draw.int(in: 1...2), 1.0), (1, Double(draw.int(in: 2...3)))]
      let kinds = draw.element(of: [(true, false), (false, true), (true, true)])
      let choices = try draw.shuffled(Self.choices).prefix(draw.int(in: 0...2)).map {
        (field: try requireValue(RuleField.named($0.key), "no field"), values: $0.values)
      }
      let fields = draw.shuffled(FractionField.allCases).prefix(draw.int(in: 1...3))
      let fractions = fields.map { field -> (FractionField, SearchSpace.Fractions) in
        if draw.bool() { return (field, .all) }
        draw.met("a range")
        let from = Double(draw.int(in: 1...5)) / 8
        return (field, .within(from...from + 0.3))
      }
      let space = SearchSpace(
        own: RuleSettings(), choices: choices,
        fractions: Dictionary(uniqueKeysWithValues: fractions))
      let distinct = try DistinctConfigurations(
        of: space, groups: groups, kinds: kinds, areQuorumsSeen: false, countMax: 100_000,
        keepsBins: true)
      let found = likelihoods(try grid(distinct), count: distinct.configurations.count)
      try require((found.reduce(0, +) - 1).magnitude < 1e-12, "they do not make 1")
      for (place, configuration) in distinct.configurations.enumerated() {
        let expected = likelihood(configuration, space)
        try require(
          (found[place] - expected).magnitude < 1e-12,
          "\(found[place]) is not \(expected) of configuration \(place)")
      }
      if groups.count > 1 { draw.met("weights") }
      if !choices.isEmpty { draw.met("several combinations") }
      if !kinds.0 && fractions.contains(where: { $0.0 == .majority }) {
        draw.met("a fraction is idle")
      }
    }
  }

  @Test func withoutBeingAskedNothingIsKept() throws {
    let distinct = try DistinctConfigurations(
      of: SearchSpace(own: RuleSettings(), fractions: [.quorum: .all]), groups: [(4, 1)],
      kinds: (true, false), areQuorumsSeen: false, countMax: 1000)
    #expect(distinct.binned.isEmpty)
  }

  /// Where weights have too many different sums, each value that is tried is as likely as any other.
  @Test func ofAGridOfFractionsEachPointIsEquallyLikely() throws {
    let groups = (0..<10).map { (count: 1, weight: 1 + 0.37 * Double($0)) }
    let ties = (field: try field("ties"), values: ["reject", "approve"] as [JSONValue])
    let space = SearchSpace(
      own: RuleSettings(), choices: [ties],
      fractions: [
        .quorum: .within(0.55...0.58), .majority: .among([0.75, 0.25, 0.5]), .supermajority: .all,
      ])
    let distinct = try DistinctConfigurations(
      of: space, groups: groups, kinds: (true, false), areQuorumsSeen: false, countMax: 1000,
      keepsBins: true)
    #expect(distinct.isGrid)
    let grid = try grid(distinct)
    let third = 1.0 / 3
    #expect(
      grid.axes.map(\.weights) == [[0.5, 0.5], [0.5, 0.5], [third, third, third], [1]])
    var expected: [[JSONValue]] = []
    for tie in ["reject", "approve"] as [JSONValue] {
      for quorum in [5.0 / 9, 4.0 / 7] {
        for majority in [0.25, 0.5, 0.75] {
          expected.append([tie, JSONValue(shortest: quorum), JSONValue(shortest: majority)])
        }
      }
    }
    let found = grid.configurations.map { place in
      grid.axes.dropLast().map {
        $0.field.value(in: distinct.configurations[Int(place)].settings)
      }
    }
    #expect(found == expected)
  }
}
