import Experiments
import JSON
import Testing

@testable import Results

struct ProvenanceTests {
  @Test func everyPartOfAnOriginCounts() throws {
    let sample = try Sample()
    let origin = Provenance(sample.file, sample.plan, .whole, .none)
    guard case .object(let members) = origin.json else {
      Issue.record("an origin is no object")
      return
    }
    #expect(origin.difference(from: origin.json) == nil)
    #expect(
      members.members.map(\.key) == [
        "format", "version", "generator", "scenario", "scenario_sha256", "units", "shard",
        "per_trial",
      ])
    for (key, _) in members.members {
      var other = members
      other[key] = "another"
      #expect(
        origin.difference(from: .object(other))?.hasPrefix(#"its '\#(key)' is "another", not "#)
          == true)
      other[key] = nil
      #expect(
        origin.difference(from: .object(other))?.hasPrefix("its '\(key)' is nothing") == true)
    }
    #expect(origin.difference(from: []) == "it does not name its scenario")
  }
}
