import Detection
import Forms
import JSON
import Simulation
import Testing

@testable import Agents
@testable import Scenarios

/// A property of a record without a key would silently keep its default whatever a scenario says.
struct RecordFieldTests {
  private func expectKeys(_ keys: [String], forAllPropertiesOf record: Any) {
    let properties = Mirror(reflecting: record).children.compactMap(\.label)
    #expect(!properties.isEmpty && keys.count == properties.count, "\(properties) by \(keys)")
  }

  private func keys<Record>(of form: Form<Record>) throws -> [String] {
    guard case .object(let properties)? = form.schema["properties"] else {
      throw NoRecord()
    }
    return properties.members.map(\.key)
  }

  private struct NoRecord: Error {}

  @Test func everyPropertyHasAKey() throws {
    expectKeys(try keys(of: Workload.form), forAllPropertiesOf: Workload())
    expectKeys(try keys(of: NetworkSpecification.form), forAllPropertiesOf: NetworkSpecification())
    expectKeys(
      try keys(of: PartitionSpecification.form), forAllPropertiesOf: PartitionSpecification())
    expectKeys(try keys(of: Costs.form), forAllPropertiesOf: Costs())
    expectKeys(try keys(of: ScriptStep.form), forAllPropertiesOf: ScriptStep())
    expectKeys(
      (ScenarioSettings.fieldsBeforeVoters + ScenarioSettings.fieldsBehindVoters(Detector.form([])))
        .map(\.key),
      forAllPropertiesOf: ScenarioSettings())
  }

  @Test func everyPropertyOfARoleHasAKey() {
    expectKeys(HonestRole.fields.map(\.key), forAllPropertiesOf: HonestRole())
    expectKeys(
      ByzantineRole.fields([]).map(\.key), forAllPropertiesOf: ByzantineRole(strategy: .oppose))
    expectKeys(
      ColludingRole.fields([]).map(\.key), forAllPropertiesOf: ColludingRole(plan: .lockstep))
    expectKeys(AbsentRole.fields.map(\.key), forAllPropertiesOf: AbsentRole())
  }
}
