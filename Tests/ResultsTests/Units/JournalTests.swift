import Experiments
import TestSupport
import Testing

@testable import Results

struct JournalTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.place("journal") }

  /// Writes some units down and lets go of the journal.
  private func write(_ records: some Sequence<UnitRecord>, of sample: Sample) throws {
    let journal = try sample.journal(path)
    for record in records { try journal.append(record) }
  }

  @Test func whatIsWrittenDownIsThereAgain() throws {
    let sample = try Sample()
    try write([], of: sample)
    try write(sample.records.prefix(2), of: sample)
    try write(sample.records.dropFirst(3), of: sample)
    let journal = try sample.journal(path)
    #expect(journal.wasThere)
    #expect(journal.finished == sample.records.filter { $0.number != 2 })
    #expect(try journal.records() == journal.finished)
    try journal.remove()
    #expect(try folder.files().isEmpty)
  }

  @Test func aNewJournalHoldsNothing() throws {
    let journal = try Sample().journal(path)
    #expect(!journal.wasThere && journal.finished.isEmpty)
  }

  /// Wherever a process is killed: the whole lines survive, and what comes later is not lost.
  @Test func whateverIsCutOffTheWholeLinesSurvive() throws {
    let sample = try Sample(units: 3)
    try write(sample.records.prefix(1), of: sample)
    let text = try folder.read("journal")
    // A line is whole with its last byte, even without its end.
    let ends = text.indices.filter { text[$0] == SealedLine.lineEnd }
    #expect(ends.count == 2)
    for count in 0...text.count {
      try folder.write(text.prefix(count), to: "journal")
      let whole = ends.count { $0 <= count }
      let expected = Array(sample.records.prefix(max(0, whole - 1)))
      do {
        let journal = try sample.journal(path)
        try #require(journal.wasThere == (whole > 0), "cut at \(count)")
        try #require(journal.finished == expected, "cut at \(count)")
        if count % 7 != 0 { continue }
        try journal.append(sample.records[2])
      }
      try #require(
        try sample.journal(path).finished == expected + [sample.records[2]], "cut at \(count)")
    }
  }

  @Test func damagedLinesAreDoneAgain() throws {
    let sample = try Sample()
    try write(sample.records, of: sample)
    var text = try folder.read("journal")
    let ends = text.indices.filter { text[$0] == SealedLine.lineEnd }
    text[ends[1] + 100] ^= 1
    text[ends[3]] ^= 1
    try folder.write(text, to: "journal")
    #expect(
      try sample.journal(path).finished.map(\.number) == [0, 4],
      "the second is damaged, and the end between the third and the fourth")
  }

  @Test func aUnitDoneTwiceCountsOnce() throws {
    let sample = try Sample()
    try write(sample.records + sample.records.prefix(3), of: sample)
    #expect(try sample.journal(path).finished == sample.records)
  }

  @Test func oneProcessAtATimeHoldsIt() throws {
    let sample = try Sample()
    let journal = try sample.journal(path)
    let second = problem { () throws(ResultError) in try sample.journal(path) }
    #expect(second?.kind == .uncreatable)
    #expect(second?.text.contains("another process is using it") == true)
    try journal.remove()
  }

  @Test func workOnSomethingElseIsKeptUnlessItIsToBeThrownAway() throws {
    let sample = try Sample()
    try write(sample.records, of: sample)
    let before = try folder.files()
    let other = try Sample(seed: 2)
    let refusal = problem { () throws(ResultError) in try other.journal(path) }
    #expect(refusal?.kind == .uncreatable)
    #expect(refusal?.text.contains("its 'scenario_sha256' is") == true)
    #expect(refusal?.text.hasSuffix("use --force to delete it") == true)
    let shard = problem { () throws(ResultError) in
      try sample.journal(path, Shard(index: 0, count: 2))
    }
    #expect(shard?.text.contains(#"its 'shard' is "0/1", not "0/2""#) == true)
    #expect(try folder.files() == before)

    #expect(try other.journal(path, startsOver: true).finished.isEmpty)
    #expect(try other.journal(path).wasThere)
    #expect(problem { () throws(ResultError) in try sample.journal(path) } != nil)
  }

  @Test func startingOverThrowsOnesOwnWorkAway() throws {
    let sample = try Sample()
    try write(sample.records, of: sample)
    #expect(try sample.journal(path, startsOver: true).finished.isEmpty)
    #expect(try sample.journal(path).finished.isEmpty)
  }

  @Test func workThatKeepsItsTrialsIsNotWorkThatDoesNot() throws {
    let samples = try [false, true].map { try Sample(keepsTrials: $0) }
    for (own, other) in [(samples[0], samples[1]), (samples[1], samples[0])] {
      do {
        let journal = try own.journal(path, startsOver: true)
        try journal.append(own.records[0])
      }
      #expect(try own.journal(path).finished == [own.records[0]])
      let refusal = problem { () throws(ResultError) in try other.journal(path) }
      #expect(refusal?.text.contains("its 'per_trial' is") == true)
    }
  }
}
