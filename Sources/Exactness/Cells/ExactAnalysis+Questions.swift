import Consensus
import Scenarios

extension ExactAnalysis {
  /// What to ask about a cell; what is not asked takes no time.
  ///
  /// A worst value is raised to another value of the same metric that differs from it by rounding
  /// alone, if that is asked, too.
  package struct Questions: OptionSet, Sendable {
    /// A bit for each question.
    package let rawValue: UInt8

    /// The questions with these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The exact values.
    package static let exact = Questions(rawValue: 1)
    /// The worst values that an adversary can achieve.
    package static let worst = Questions(rawValue: 2)
    /// The worst values that one can achieve who does not see the future.
    package static let causal = Questions(rawValue: 4)
    /// By which decisions the strategies miss those.
    package static let mistakes = Questions(rawValue: 8)
    /// All values.
    package static let values: Questions = [.exact, .worst, .causal]
  }

  /// Analyses a cell, with as much work as each electorate may take.
  public init(_ scenario: Scenario) { self.init(scenario, within: nil) }

  /// Analyses a cell.
  ///
  /// - Parameters:
  ///   - effort: the largest amount of work; nil for the limit of each electorate.
  ///   - questions: what to ask.
  package init(
    _ scenario: Scenario, within effort: ExactEffort?, asking questions: Questions = .values
  ) {
    self =
      Self.analyses(
        of: scenario, under: [scenario.ruleSettings], asking: questions, within: effort)[0]
  }

  /// The analyses of a cell under several settings, in their order.
  ///
  /// Each is what an analysis of the cell with these settings finds. Traps if the settings differ
  /// from those of the cell in more than what is decided on a count of votes: the quorum, the
  /// thresholds, ties and the rule.
  ///
  /// - Parameters:
  ///   - effort: the largest amount of work under each of the settings; nil for the limit of each
  ///     electorate.
  ///   - questions: what to ask.
  /// - Complexity: that of `StochasticElectorate.endings`, for both truths, each class of targets and
  ///   each phase of a trial on which the same groups act.
  package static func analyses(
    of scenario: Scenario, under settings: [RuleSettings], asking questions: Questions = .values,
    within effort: ExactEffort? = nil
  ) -> [ExactAnalysis] {
    precondition(
      settings.allSatisfy { $0.differsOnlyInDecisions(from: scenario.ruleSettings) },
      "settings of one analysis differ only in what they decide")
    var model = AnalyticModel(scenario)
    if let effort { model.limit(to: effort) }
    let weights = scenario.weights
    let asked = model.asked(settings.map { $0.rules(weights: weights) })
    return analyses(model, under: asked, questions)
  }
}
