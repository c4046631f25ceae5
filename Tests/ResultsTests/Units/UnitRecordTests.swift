import Experiments
import JSON
import Metrics
import Testing
import Text

@testable import Results

struct UnitRecordTests {
  private let sample: Sample

  init() throws {
    sample = try Sample()
  }

  private func read(
    _ value: JSONValue, keepsTrials: Bool = false
  ) throws -> (record: UnitRecord?, problems: [String]) {
    let document = try JSONDocument(parsing: Array(value.text().utf8))
    let log = ProblemLog(document)
    let record = UnitRecord(
      JSONCursor(document, log: log), of: sample.plan, UnitDetail(keepsTrials: keepsTrials))
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
      let wrong = UnitRecord(number: number, outcome: sample.records[0].outcome)
      let (read, problems) = try read(wrong.json)
      #expect(read == nil && problems.count == 1)
    }
  }

  @Test func aUnitWithOtherTrialsIsRefused() throws {
    var counts = sample.records[0].outcome.counts
    counts.merge(counts)
    let (read, problems) = try read(
      UnitRecord(number: 0, outcome: UnitOutcome(counts: counts)).json)
    #expect(read == nil)
    #expect(problems == ["$: unit 0: the unit has 3 trials, not 6"])
  }

  @Test func trialsReadBack() throws {
    let sample = try Sample(keepsTrials: true)
    for record in sample.records {
      let (read, problems) = try read(record.json, keepsTrials: true)
      #expect(read == record && problems.isEmpty && read?.outcome.trials?.count == 3)
    }
  }

  @Test func trialsAreThereIfTheyMustBeAndOnlyThen() throws {
    let (without, problems) = try read(sample.records[0].json, keepsTrials: true)
    #expect(without == nil && problems == ["$: the key 'trials' is missing"])
    let kept = try Sample(keepsTrials: true).records[0]
    #expect(try !read(kept.json).problems.isEmpty)
    for trials in [Array(kept.outcome.trials?.dropLast() ?? []), []] {
      let cut = UnitRecord(
        number: 0, outcome: UnitOutcome(counts: kept.outcome.counts, trials: trials))
      let (read, problems) = try read(cut.json, keepsTrials: true)
      #expect(read == nil)
      #expect(problems == ["trials: this is not a list of the counts of 3 trials"])
    }
  }
}
