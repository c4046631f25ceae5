import Experiments
import JSON
import Testing

@testable import Results

struct UnitRecordTests {
  private let sample: Sample

  init() throws {
    sample = try Sample()
  }

  private func read(_ value: JSONValue) throws -> (record: UnitRecord?, problems: [String]) {
    let document = try JSONDocument(parsing: Array(value.text().utf8))
    let log = ProblemLog(document)
    let record = UnitRecord(JSONCursor(document, log: log), of: sample.plan)
    return (record, log.unplacedProblems.map { "\($0.path): \($0.message)" })
  }

  @Test func recordsReadBack() throws {
    for record in sample.records {
      let (read, problems) = try read(record.json)
      #expect(read == record && problems.isEmpty)
    }
  }

  @Test func aUnitThatIsNotInThePlanIsRefused() throws {
    for number in [-1, sample.plan.count] {
      let wrong = UnitRecord(number: number, counts: sample.records[0].counts)
      let (read, problems) = try read(wrong.json)
      #expect(read == nil && problems.count == 1)
    }
  }

  @Test func aUnitWithOtherTrialsIsRefused() throws {
    var counts = sample.records[0].counts
    counts.merge(counts)
    let (read, problems) = try read(UnitRecord(number: 0, counts: counts).json)
    #expect(read == nil)
    #expect(problems == ["$: the unit has 3 trials, not 6"])
  }
}
