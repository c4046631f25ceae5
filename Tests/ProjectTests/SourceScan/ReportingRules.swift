/// What sources that report may not do: they are handed values, and start no calculation.
///
/// Types are told by the rooms that declare them, so that whatever somebody adds to a science is
/// refused here without being listed.
enum ReportingRules {
  /// The target that reports.
  static let target = "Reports"

  /// The targets whose values are worked out before anything is reported.
  static let sciences = [
    "Consensus", "Maths", "Simulation", "Agents", "Statistics", "Guarantees", "Detection",
    "Exactness",
    "Experiments",
  ]

  /// The rules, given the sources that report and those of the sciences.
  static func rules(own: [SwiftSource], sciences: [SwiftSource]) -> [ScanRule] {
    let made = types(in: sciences).subtracting(types(in: own))
    return [makingOf(made), calculations]
  }

  /// The names of the types that sources declare.
  static func types(in sources: [SwiftSource]) -> Set<String> {
    sources.reduce(into: []) { names, source in
      for keyword in ["struct", "class", "enum", "actor"] {
        // A word of another use, such as `group.class`, has no type's name after it.
        for name in source.places(of: keyword).map({ source.text($0 + 1) })
        where name.first?.isUppercase == true {
          names.insert(name)
        }
      }
    }
  }

  /// Refuses to make values of some types.
  static func makingOf(_ types: Set<String>) -> ScanRule {
    ScanRule(
      name: "calculation", advice: "work it out before, and hand the report the value",
      tag: "reads back"
    ) { source in
      types.flatMap { type in
        source.places(of: type).filter { place in
          source.text(place + 1) == "("
            || (source.text(place + 1) == "." && source.text(place + 2) == "init")
        }
      }
    }
  }

  /// Refuses what sets a calculation going by a name of its own.
  static let calculations = ScanRule.phrases(
    "calculation",
    [
      ". run (", ". findings (", ". profiles (", ". verdicts (", ". shows (", ". repairs (",
      ". measurement (",
    ],
    advice: "work it out before, and hand the report the value")
}
