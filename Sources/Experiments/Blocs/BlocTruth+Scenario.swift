import Agents
import Detection
import Scenarios

extension BlocTruth {
  /// The true blocs of a cell: each colluding group is a bloc.
  init(_ scenario: Scenario) {
    self.init(
      zip(scenario.groups, scenario.voterRanges).enumerated().flatMap { index, group in
        let membership: Membership =
          switch group.0.role {
          case .honest: .honest
          case .colluding: .group(index)
          case .byzantine, .absent: .alone
          }
        return group.1.map { _ in membership }
      })
  }
}
