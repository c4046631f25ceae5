import Experiments
import JSON
import TestSupport
import Testing

@testable import Results

struct ShardFolderTests {
  private let folder = TemporaryFolder()
  private let sample: Sample
  private let shards: ShardFolder

  init() throws {
    sample = try Sample(units: 7)
    shards = ShardFolder(folder.path, of: sample.file, sample.plan)
  }

  private func write(_ shard: Shard, named name: String? = nil) throws {
    try folder.write(sample.text(shard).utf8, to: name ?? ShardFile.name(of: shard))
  }

  private func merging() -> (kind: ResultError.Kind, text: String)? {
    problem { () throws(ResultError) in try shards.merged() }
  }

  // MARK: One shard

  private func open(
    _ shard: Shard, startsOver: Bool = false
  ) throws(ResultError) -> Journal<UnitRecord>? {
    try shards.open(shard, startsOver: startsOver)
  }

  @Test func aShardIsCompletedOnce() throws {
    let shard = Shard(index: 1, count: 3)
    do {
      let journal = try #require(try open(shard))
      #expect(try folder.files().keys.sorted() == ["shard-001-of-003.unfinished"])
      try journal.append(sample.records[4])
    }
    do {
      let journal = try #require(try open(shard))
      #expect(journal.finished == [sample.records[4]])
      try journal.append(sample.records[1])
      try shards.complete(shard, journal, provenance: ["host": "here"])
    }
    let files = try folder.files()
    #expect(files.keys.sorted() == ["shard-001-of-003.json"])
    let expected = ShardFile.text(
      shard, of: sample.file, sample.plan, records: [sample.records[1], sample.records[4]],
      provenance: ["host": "here"])
    #expect(try folder.read("shard-001-of-003.json") == Array(expected.utf8))
    #expect(try open(shard) == nil)
    #expect(try folder.files() == files)

    let again = try #require(try open(shard, startsOver: true))
    #expect(again.finished.isEmpty)
    #expect(try folder.files().keys.sorted() == ["shard-001-of-003.unfinished"])
  }

  @Test func whatAKilledProcessWasWritingIsTidiedUp() throws {
    let other = ".shard-001-of-003.json.host.1.tmp"
    try folder.write([], to: other)
    try folder.write([], to: ".shard-000-of-003.json.host.1.tmp")
    _ = try #require(try open(Shard(index: 0, count: 3)))
    #expect(try folder.files().keys.sorted() == [other, "shard-000-of-003.unfinished"])
  }

  @Test func aShardsFileThatIsDamagedOrForeignIsRefusedAndKept() throws {
    let shard = Shard(index: 0, count: 2)
    for text in [try Sample(seed: 2).text(shard), "{", ""] {
      try folder.write(text.utf8, to: ShardFile.name(of: shard))
      let before = try folder.files()
      #expect(problem { () throws(ResultError) in try open(shard) }?.kind == .badData)
      #expect(try folder.files() == before)
    }
    #expect(try open(shard, startsOver: true) != nil)
  }

  // MARK: All shards

  @Test func anyMixThatHasEveryUnitIsTheWhole() throws {
    let all = (1...5).flatMap { count in
      (0..<count).map { Shard(index: $0, count: count) }
    }
    let texts = all.map { (shard: $0, text: Array(sample.text($0).utf8)) }
    forEverySeed(100, inDebug: 15, premises: ["whole", "incomplete", "overlapping"]) { draw in
      let folder = TemporaryFolder()
      let chosen = draw.subset(of: texts.indices, probability: draw.bool() ? 0.6 : 0.2)
      for index in chosen {
        try folder.write(texts[index].text, to: ShardFile.name(of: texts[index].shard))
      }
      let units = chosen.flatMap { texts[$0].shard.units(of: sample.plan) }
      let shards = ShardFolder(folder.path, of: sample.file, sample.plan)
      if Set(units).count == sample.plan.count {
        try requireEqual(try shards.merged().cells, sample.cells)
        draw.met("whole")
        if units.count > sample.plan.count { draw.met("overlapping") }
      } else {
        let refusal = problem { () throws(ResultError) in try shards.merged() }
        try requireEqual(refusal?.kind, .incomplete)
        draw.met("incomplete")
      }
    }
  }

  @Test func moreShardsThanUnitsAreFine() throws {
    for index in 0..<10 { try write(Shard(index: index, count: 10)) }
    #expect(try shards.merged().cells == sample.cells)
  }

  @Test func missingShardsAreNamed() throws {
    #expect(merging()?.kind == .incomplete)
    #expect(merging()?.text.hasSuffix("has no shard of 'sample'") == true)
    for index in [0, 2] { try write(Shard(index: index, count: 5)) }
    try write(Shard(index: 1, count: 3))
    // Units 0, 2, 5 and 1, 4 are there; 3 and 6 are not.
    #expect(merging()?.kind == .incomplete)
    #expect(
      merging()?.text
        == [1, 3].map { index in
          "\(folder.path)/shard-00\(index)-of-005.json is missing: run --shard \(index)/5"
        }.joined(separator: "\n"))
    for index in [1, 3] { try write(Shard(index: index, count: 5)) }
    #expect(try shards.merged().cells == sample.cells)
  }

  @Test func otherFilesAreNoShards() throws {
    try write(.whole)
    for name in ["notes.txt", "shard-000-of-002.unfinished", ".shard-000-of-002.json.h.1.tmp"] {
      try folder.write([1], to: name)
    }
    #expect(try shards.merged().cells == sample.cells)
  }

  @Test func everyDamagedOrForeignShardIsTold() throws {
    for index in 0..<3 { try write(Shard(index: index, count: 3)) }
    try folder.write("{".utf8, to: "shard-000-of-003.json")
    try folder.write(
      try Sample(units: 7, seed: 9).text(Shard(index: 2, count: 3)).utf8,
      to: "shard-002-of-003.json")
    let refusal = try #require(merging())
    #expect(refusal.kind == .badData)
    let lines = refusal.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains("shard-000-of-003.json: the file is damaged"))
    #expect(lines[1].contains("shard-002-of-003.json: the file belongs to other work"))
  }

  @Test func aShardUnderAnothersNameIsForeign() throws {
    try write(Shard(index: 0, count: 2))
    try write(Shard(index: 0, count: 2), named: "shard-001-of-002.json")
    #expect(merging()?.kind == .badData)
  }

  @Test func shardsThatContradictEachOtherAreRefused() throws {
    try write(.whole)
    let contradiction = try Sample(units: 7, seed: 5).records[4]
    let other = sample.text(Shard(index: 1, count: 3)) { record in
      if record.number == 4 { record = contradiction }
    }
    try folder.write(other.utf8, to: "shard-001-of-003.json")
    #expect(sample.records[4] != contradiction)
    let refusal = try #require(merging())
    #expect(refusal.kind == .badData)
    #expect(refusal.text.hasSuffix("unit 4 differs from that of another shard"))
  }

  @Test func aFolderThatIsNotThereIsUnreadable() {
    let shards = ShardFolder(folder.place("none"), of: sample.file, sample.plan)
    #expect(problem { () throws(ResultError) in try shards.merged() }?.kind == .unreadable)
  }

  // MARK: Trials

  @Test func shardsThatKeepTheirTrialsMakeTheWholeTable() throws {
    let sample = try Sample(units: 7, keepsTrials: true)
    for index in 0..<3 {
      let shard = Shard(index: index, count: 3)
      try folder.write(sample.text(shard).utf8, to: ShardFile.name(of: shard))
    }
    let whole = try shards.merged()
    #expect(whole.cells == sample.cells && whole.trials == sample.table)
  }

  @Test func shardsOfBothKindsAreRefused() throws {
    try write(Shard(index: 0, count: 2))
    let other = Shard(index: 1, count: 2)
    try folder.write(
      try Sample(units: 7, keepsTrials: true).text(other).utf8, to: ShardFile.name(of: other))
    let refusal = try #require(merging())
    #expect(refusal.kind == .badData)
    #expect(
      refusal.text == "\(folder.path)/shard-001-of-002.json: this shard was run with --per-trial, "
        + "others without it; all must be the same")
    let kept = ShardFolder(folder.path, of: sample.file, sample.plan, keepsTrials: true)
    let wrong = problem { () throws(ResultError) in
      try kept.open(Shard(index: 0, count: 2), startsOver: false)
    }
    #expect(wrong?.text.contains("its 'per_trial' is false, not true") == true)
  }
}
