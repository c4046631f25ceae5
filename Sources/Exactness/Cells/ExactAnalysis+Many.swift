import Consensus
import Scenarios

extension ExactAnalysis {
  package struct Questions: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let exact = Questions(rawValue: 1)
    package static let worst = Questions(rawValue: 2)
    package static let causal = Questions(rawValue: 4)
  }
  package static func analyses(
    of scenario: Scenario, under settings: [RuleSettings], asking: Questions
  ) -> [ExactAnalysis] {
    settings.map {
      ExactAnalysis(
        scenario.changing($0), within: nil, causal: asking.contains(.causal) ? .values : .nothing)
    }
  }
}
