import Consensus

/// Settings that decide every ballot alike, and the one of them that stands for all.
package struct Configuration: Sendable {
  /// The one that stands for all.
  package let settings: RuleSettings
  /// The values of each searched fraction that decide alike, with all else as in `settings`.
  package let ranges: [FractionField: ClosedRange<Double>]
  /// What else decides alike: boxes of settings.
  package let sameAs: [SettingsBox]
}

/// Settings with a range for each searched fraction.
package struct SettingsBox: Sendable, Equatable {
  /// The settings, of which the searched fractions stand for their ranges.
  package let settings: RuleSettings
  /// The ranges.
  package let ranges: [FractionField: ClosedRange<Double>]
}
