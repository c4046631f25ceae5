import Agents
import Consensus
import Scenarios
import TestSupport
import Testing

/// The bytes of small runs, by their digests.
///
/// An accidental change of any stream of draws, in any build mode, shows here. With optimisation:
/// `swift test -c release -Xswiftc -enable-testing --filter GoldenRun`.
struct GoldenRunTests {
  @Test func theBytesAreThoseThatWereKept() throws {
    let lines = try GoldenRun.all.map { run in
      "\(SHA256.hash(try run.csv())) \(run.name)\n"
    }
    Snapshot.expect(lines.joined(), equals: "digests.txt")
  }

  /// What no run uses could change without a sign.
  @Test func theRunsUseEverything() throws {
    let cells = try GoldenRun.all.flatMap { try $0.file().cells.map(\.scenario) }
    var strategies: [ByzantineStrategy] = []
    var plans: [CollusionPlan] = []
    var absences: [AbsenceMode] = []
    for role in cells.flatMap(\.groups).map(\.role) {
      switch role {
      case .honest: break
      case .byzantine(let role): strategies.append(role.strategy)
      case .colluding(let role): plans.append(role.plan)
      case .absent(let role): absences.append(role.mode)
      }
    }
    #expect(Set(strategies) == Set(ByzantineStrategy.standard))
    #expect(Set(plans) == Set(CollusionPlan.standard))
    #expect(Set(absences) == Set(AbsenceMode.allCases))
    #expect(Set(cells.map(\.mode)) == Set(SimulationMode.allCases))
    #expect(Set(cells.map(\.workload.tally)) == Set(Workload.TallyTime.allCases))
    #expect(Set(cells.map(\.network.scheduler)) == Set(SchedulerKind.allCases))
  }
}
