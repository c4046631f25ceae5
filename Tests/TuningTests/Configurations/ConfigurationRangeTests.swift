import Consensus
import JSON
import TestSupport
import Testing
import Tuning

/// Every setting of a search decides as one configuration does that says so, and as no other.
struct ConfigurationRangeTests {
  private struct Search {
    let space: SearchSpace
    let groups: [(count: Int, weight: Double)]
    let kinds: (normal: Bool, critical: Bool)

    var weights: [Double] { groups.flatMap { Array(repeating: $0.weight, count: $0.count) } }

    var configurations: [Configuration] {
      get throws {
        try DistinctConfigurations(
          of: space, groups: groups, kinds: kinds, areQuorumsSeen: false, countMax: 100_000
        ).configurations
      }
    }

    /// What is decided on all possible votes, asked one by one, and when a tally may decide.
    func decisions(_ settings: RuleSettings) -> [Decision?] {
      let rules = settings.rules(weights: weights)
      var decisions: [Decision?] = settings.safeguards.tally == .anytime ? [nil] : []
      var votes: [VoteValue?] = []
      func vote() {
        if votes.count == weights.count {
          if kinds.normal { decisions.append(rules.decide(votes, critical: false)) }
          if kinds.critical { decisions.append(rules.decide(votes, critical: true)) }
          return
        }
        for value in [VoteValue.approve, .reject, nil] {
          votes.append(value)
          vote()
          votes.removeLast()
        }
      }
      vote()
      return decisions
    }
  }

  private static let choices: [(key: String, values: [JSONValue])] = [
    ("ties", ["approve", "reject"]), ("quorum", ["fraction", "bft"]),
    ("rule", ["ratio", "certificate"]), ("tally", ["anytime", "decisive"]),
    ("quorum_unit", ["voters", "weight"]), ("weight_cap", [.null, 0.375]),
    ("audit", ["chained", "anchored"]),
  ]

  private func search(_ draw: Draw) throws -> Search {
    let kinds = draw.element(of: [(true, false), (false, true), (true, true)])
    let groups =
      draw.bool()
      ? [(draw.int(in: 1...4), 1.0)]
      : [
        (draw.int(in: 1...2), 1.0), (1, Double(draw.int(in: 2...3))), (draw.int(in: 0...1), 5.0),
      ]
    // All of these fields together have too many configurations to ask each about each vote.
    let choices = try draw.shuffled(Self.choices).prefix(draw.int(in: 0...2)).map {
      (field: try requireValue(RuleField.named($0.key), "no field"), values: $0.values)
    }
    let fields = draw.shuffled(FractionField.allCases).prefix(draw.int(in: 1...2))
    let fractions = Dictionary(
      uniqueKeysWithValues: fields.map { ($0, SearchSpace.Fractions.all) })
    return Search(
      space: SearchSpace(own: RuleSettings(), choices: choices, fractions: fractions),
      groups: groups, kinds: kinds)
  }

  /// Some settings of a search, often with a fraction on which votes may fall.
  private func settings(_ search: Search, _ draw: Draw) throws -> RuleSettings {
    var settings = search.space.own
    for choice in search.space.choices {
      try choice.field.set(draw.element(of: choice.values), in: &settings)
    }
    for field in FractionField.allCases where search.space.fractions[field] != nil {
      let parts = draw.int(in: 1...12)
      let fraction = Double(draw.int(in: 1...parts)) / Double(parts)
      let moved = draw.element(of: [fraction, fraction.nextDown, min(1, fraction.nextUp)])
      field.set(moved, in: &settings)
    }
    return settings
  }

  private func contains(
    _ ranges: [FractionField: ClosedRange<Double>], _ representative: RuleSettings,
    _ settings: RuleSettings
  ) -> Bool {
    RuleField.all.allSatisfy { field in
      if let fraction = FractionField(rawValue: field.key) {
        return ranges[fraction]?.contains(fraction.value(in: settings)) == true
      }
      return field.value(in: representative) == field.value(in: settings)
    }
  }

  @Test func everySettingIsInOneConfiguration() {
    forEverySeed(
      400, inDebug: 40,
      premises: ["weights", "both kinds", "in a range", "elsewhere", "a certificate", "a cap"]
    ) { draw in
      let search = try search(draw)
      let configurations = try search.configurations
      var places: [[Decision?]: Int] = [:]
      for (place, configuration) in configurations.enumerated() {
        let decisions = search.decisions(configuration.settings)
        try require(places[decisions] == nil, "two configurations decide alike")
        places[decisions] = place
      }
      if search.groups.count > 1 { draw.met("weights") }
      if search.kinds == (true, true) { draw.met("both kinds") }
      for _ in 0..<20 {
        let settings = try settings(search, draw)
        let place = try requireValue(
          places[search.decisions(settings)], "no configuration decides like \(settings)")
        let configuration = configurations[place]
        let isInside = contains(configuration.ranges, configuration.settings, settings)
        let boxes = configuration.sameAs.count { contains($0.ranges, $0.settings, settings) }
        try require(isInside || boxes > 0, "\(settings) is in no range")
        try require(boxes <= 1, "\(settings) is listed twice")
        draw.met(isInside ? "in a range" : "elsewhere")
        if settings.safeguards.rule == .certificate { draw.met("a certificate") }
        if settings.safeguards.weightCap != nil { draw.met("a cap") }
      }
    }
  }

  /// The ends of a range decide as all of it does, and the numbers beside them do not.
  @Test func rangesEndWhereDecisionsChange() {
    forEverySeed(400, inDebug: 40, premises: ["an end", "a searched fraction that is idle"]) {
      draw in
      let search = try search(draw)
      let configurations = try search.configurations
      let configuration = draw.element(of: configurations)
      let decisions = search.decisions(configuration.settings)
      for field in FractionField.allCases where search.space.fractions[field] != nil {
        let range = try requireValue(configuration.ranges[field], "no range of \(field)")
        func decides(_ value: Double) -> [Decision?] {
          var settings = configuration.settings
          field.set(value, in: &settings)
          return search.decisions(settings)
        }
        try require(range.contains(field.value(in: configuration.settings)), "not in its range")
        try requireEqual(decides(range.lowerBound), decisions, "the lower end differs")
        try requireEqual(decides(range.upperBound), decisions, "the upper end differs")
        if range.lowerBound > .leastNonzeroMagnitude {
          try require(decides(range.lowerBound.nextDown) != decisions, "less decides alike")
          draw.met("an end")
        }
        if range.upperBound < 1 {
          try require(decides(range.upperBound.nextUp) != decisions, "more decides alike")
        }
        if range == .leastNonzeroMagnitude...1 { draw.met("a searched fraction that is idle") }
      }
    }
  }
}
