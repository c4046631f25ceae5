import Agents
import Detection
import Scenarios

extension BlocTruth {
  /// Who belongs to whom in a cell: a colluding group is a bloc, whoever else is not honest is alone.
  init(_ scenario: Scenario) {
    self.init(
      zip(scenario.groups, scenario.voterRanges).enumerated().flatMap { index, group in
        let allegiance: Membership =
          switch group.0.role {
          case .honest: .honest
          case .colluding: .group(index)
          case .byzantine, .absent: .alone
          }
        return group.1.map { _ in allegiance }
      })
  }
}
