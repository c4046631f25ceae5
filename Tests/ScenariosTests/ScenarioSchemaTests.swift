import JSON
import Scenarios
import TestSupport
import Testing

struct ScenarioSchemaTests {
  @Test func isTheOneThatWasLookedAt() {
    Snapshot.expect(ScenarioSchema.json().text(.indented) + "\n", equals: "schema.json")
  }
}
