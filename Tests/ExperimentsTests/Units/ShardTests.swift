import Experiments
import Scenarios
import TestSupport
import Testing

struct ShardTests {
  @Test(arguments: ["0/1", "2/3", "99999/100000"])
  func shardsReadBack(text: String) throws {
    #expect(try #require(Shard(text)).description == text)
  }

  @Test(arguments: [
    "", "/", "1", "0/", "/1", "1/1", "-1/2", "0/0", "0/100001", "0/1/2", "0 /1", "a/b", "0x0/1",
    "0//1", "9223372036854775808/9223372036854775809",
  ])
  func otherTextsAreNone(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func everyUnitIsInJustOneShard() throws {
    let file = try ScenarioFile(
      parsing: """
        {"name": "shards", "trials": 5, "voters": [{"name": "h", "role": "honest", "count": 1}],
         "sweep": {"workload.targets": {"from": 1, "to": 23}}}
        """)
    let plan = UnitPlan(file)
    #expect(plan.count == 23)
    #expect(Shard.whole.units(of: plan) == Array(0..<23))
    #expect(Shard(index: 3, count: 10).units(of: plan) == [3, 13])
    #expect(Shard(index: 24, count: 30).units(of: plan) == [])
    for count in 1...30 {
      let units = (0..<count).flatMap { Shard(index: $0, count: count).units(of: plan) }
      #expect(units.sorted() == Array(0..<23))
    }
  }
}
