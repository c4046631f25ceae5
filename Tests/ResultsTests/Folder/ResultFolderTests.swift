import Consensus
import Experiments
import Foundation
import JSON
import Scenarios
import TestSupport
import Testing

@testable import Results

struct ResultFolderTests {
  private let folder = TemporaryFolder()
  private let sample: Sample
  private let result: ResultFolder
  private let summary = ResultFile(
    name: "summary.csv", bytes: Array("scenario,cell,a\nsample,1,2\n".utf8))

  init() throws {
    sample = try Sample()
    result = ResultFolder(folder.place("result"), of: sample.file, .run(keepsTrials: false))
  }

  private func open(
    _ result: ResultFolder? = nil, startsOver: Bool = false
  ) throws(ResultError) -> Journal<UnitRecord>? {
    try (result ?? self.result).openRun(startsOver: startsOver)
  }

  private func complete() throws {
    let journal = try #require(try open())
    try result.complete([summary], log: ["seconds": 1.5], journal: journal)
  }

  private func refusal(of result: ResultFolder? = nil) -> (kind: ResultError.Kind, text: String)? {
    problem { () throws(ResultError) in try open(result) }
  }

  private func files() throws -> [String: [UInt8]] { try folder.files(in: "result") }

  @Test func aResultIsWrittenWithItsManifestAndLog() throws {
    try complete()
    #expect(
      try files().keys.sorted() == ["manifest.json", "run.log.json", "summary.csv"])
    #expect(try result.read("summary.csv") == summary.bytes)
    #expect(try result.read("run.log.json") == Array("{\n  \"seconds\": 1.5\n}\n".utf8))
    let none = problem { () throws(ResultError) in try result.read("none") }
    #expect(none?.kind == .unreadable && none?.text == "'\(result.path)/none' is missing")
  }

  @Test func theManifestSaysWhatTheFilesMustBe() throws {
    try complete()
    let text = try folder.read("result/manifest.json")
    let manifest = try #require(Manifest(text))
    #expect(manifest.version == ResultVersion.version)
    #expect(manifest.scenarioDigest == sample.file.digest.description)
    #expect(manifest.files.map(\.name) == ["summary.csv"])
    // `printf 'scenario,cell,a\nsample,1,2\n' | sha256sum`
    #expect(
      manifest.files[0].digest
        == "b09bdc983e2530178eb8e4d105746bd5e25a6c558fd35fefc41cb80d82626eef")
    let json = try JSONDocument(parsing: text).root.value
    guard case .object(let members) = json else { return }
    #expect(
      members.members.map(\.key) == [
        "version", "format", "generator", "scenario", "scenario_sha256", "seed", "trials", "files",
        "axes",
      ])
    #expect(members["scenario"] == sample.file.json)
    #expect(members["seed"] == 1 && members["trials"] == 3)
    #expect(members["generator"] == "Philox4x64-10")
  }

  @Test func manifestsThatAreNoneAreNotRead() throws {
    for text in [
      "", "{", "[]", "{}", #"{"version": "1", "scenario_sha256": "x"}"#,
      #"{"version": 1, "scenario_sha256": "x", "files": {}}"#,
      #"{"version": "1", "scenario_sha256": "x", "files": {"a": 1}}"#,
      #"{"version": "1", "scenario_sha256": "x", "files": []}"#,
    ] {
      #expect(Manifest(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func aCompleteResultIsLeftAsItIs() throws {
    try complete()
    let before = try files()
    let times = try modificationTimes()
    #expect(try open() == nil)
    #expect(try files() == before)
    #expect(try modificationTimes() == times)
  }

  private func modificationTimes() throws -> [Date?] {
    try files().keys.sorted().map { name in
      try FileManager.default.attributesOfItem(atPath: "\(result.path)/\(name)")[.modificationDate]
        as? Date
    }
  }

  /// Killed after the manifest was written and before the journal was removed.
  @Test func aJournalBesideACompleteResultIsTidiedUp() throws {
    let journal = try #require(try open())
    try journal.append(sample.records[0])
    let kept = try folder.read("result/unfinished.units")
    try result.complete([summary], log: [:], journal: journal)
    let complete = try files()
    try folder.write(kept, to: "result/unfinished.units")
    try folder.write([], to: "result/.summary.csv.host.1.tmp")
    #expect(try open() == nil)
    #expect(try files() == complete)
  }

  /// Killed between two files of the result: the journal is there, and the manifest is not.
  @Test func aResultHalfWrittenIsWrittenAgain() throws {
    do {
      let journal = try #require(try open())
      for record in sample.records { try journal.append(record) }
    }
    try folder.write(summary.bytes.dropLast(), to: "result/summary.csv")
    let journal = try #require(try open())
    #expect(journal.finished == sample.records)
    try result.complete([summary], log: [:], journal: journal)
    #expect(try result.read("summary.csv") == summary.bytes)
  }

  @Test func whatIsOfSomethingElseIsRefusedAndNotTouched() throws {
    try complete()
    let before = try files()
    let other = try ResultFolder(
      result.path, of: Sample(seed: 2).file, .run(keepsTrials: false))
    let wrong = try #require(refusal(of: other))
    #expect(wrong.kind == .uncreatable)
    #expect(
      wrong.text == "folder '\(result.path)' is left unchanged: it has another result "
        + "(seed: 1 there, 2 here); use --out for another folder, or --force to start over")
    #expect(try files() == before)

    let journal = try #require(try open(other, startsOver: true))
    #expect(try files().keys.sorted() == ["unfinished.units"])
    try journal.remove()
  }

  @Test func aResultOfAnotherVersionIsRefused() throws {
    try complete()
    let manifest = String(decoding: try folder.read("result/manifest.json"), as: UTF8.self)
    let older = manifest.replacing("\"\(ResultVersion.version)\"", with: "\"0.0.1\"")
    try folder.write(older.utf8, to: "result/manifest.json")
    let before = try files()
    #expect(refusal()?.text.contains("its result is from version 0.0.1") == true)
    #expect(try files() == before)
  }

  @Test func damageIsTold() throws {
    try complete()
    let before = try files()
    for name in ["summary.csv", "manifest.json"] {
      let bytes = try #require(before[name])
      try folder.write(bytes.dropLast(3), to: "result/\(name)")
      let wrong = try #require(refusal())
      #expect(wrong.kind == .uncreatable && wrong.text.contains("its \(name) "))
      try folder.write(bytes, to: "result/\(name)")
    }
    try FileManager.default.removeItem(atPath: folder.place("result/summary.csv"))
    #expect(refusal()?.text.contains("its summary.csv does not match its manifest.json") == true)
    // The log is nobody's promise.
    try folder.write(summary.bytes, to: "result/summary.csv")
    try folder.write([], to: "result/run.log.json")
    #expect(try open() == nil)
  }

  @Test func strangersWithOurNamesAreRefused() throws {
    for (name, own) in [
      ("summary.csv", "scenario,cell,x\n"), ("trials.csv", "scenario,cell,trial\n"),
      ("run.log.json", #"{"host": "h"}"#),
    ] {
      try folder.write(own.utf8, to: "result/\(name)")
      #expect(refusal()?.text.contains("it has a \(name), but no manifest.json") == true)
      let journal = try #require(try open(startsOver: true))
      try journal.remove()
      try folder.write([1], to: "result/\(name)")
      let before = try files()
      for startsOver in [false, true] {
        let refusal = problem { () throws(ResultError) in try open(startsOver: startsOver) }
        #expect(refusal?.kind == .uncreatable)
        #expect(refusal?.text.contains("its \(name) was not written by this program") == true)
      }
      #expect(try files() == before)
      try FileManager.default.removeItem(atPath: folder.place("result/\(name)"))
    }
    #expect(try open() != nil)
  }

  @Test func onlyOurOwnFilesAreEverRemoved() throws {
    try complete()
    let others = ["notes.txt", "plot.png", "summary.csv.bak", "deep/manifest.json"]
    for name in others { try folder.write([1], to: "result/\(name)") }
    let journal = try #require(try open(startsOver: true))
    #expect(try files().keys.sorted() == (others + ["unfinished.units"]).sorted())
    try result.complete([summary], log: [:], journal: journal)
    for name in others { #expect(try folder.read("result/\(name)") == [1]) }
  }

  @Test func whatCannotBeWrittenToIsToldBeforehand() throws {
    try folder.write([1], to: "file")
    for path in ["file", "file/within"] {
      let result = ResultFolder(folder.place(path), of: sample.file, .run(keepsTrials: false))
      #expect(refusal(of: result)?.kind == .uncreatable)
    }
    #expect(try folder.files() == ["file": [1]])
    try FileManager.default.createDirectory(
      atPath: folder.place("result/unfinished.units"), withIntermediateDirectories: true)
    #expect(refusal()?.kind == .uncreatable)
  }

  @Test func twoProcessesDoNotWorkInOneFolder() throws {
    let journal = try #require(try open())
    #expect(refusal()?.text.contains("another process is using it") == true)
    #expect(problem { () throws(ResultError) in try open(startsOver: true) } != nil)
    try journal.append(sample.records[0])
    #expect(try journal.records().count == 1)
  }

  // MARK: Trials

  private var keeping: ResultFolder {
    ResultFolder(result.path, of: sample.file, .run(keepsTrials: true))
  }

  @Test func aResultWithoutItsTrialsIsNotCompleteForThoseWhoWantThem() throws {
    try complete()
    let before = try files()
    let wrong = try #require(refusal(of: keeping))
    #expect(wrong.kind == .uncreatable)
    #expect(
      wrong.text == "folder '\(result.path)' is left unchanged: its result has no trials.csv, "
        + "because it was run without --per-trial; use --out for another folder, "
        + "or --force to start over")
    #expect(try files() == before)
  }

  @Test func aResultWithItsTrialsIsCompleteForAll() throws {
    let trials = ResultFile(name: "trials.csv", bytes: [1, 2])
    let journal = try #require(try open(keeping))
    try keeping.complete([summary, trials], log: [:], journal: journal)
    #expect(try open(keeping) == nil)
    #expect(try open() == nil)
    try folder.write([1], to: "result/trials.csv")
    #expect(refusal()?.text.contains("its trials.csv does not match") == true)
    let again = try #require(try open(startsOver: true))
    #expect(try files().keys.sorted() == ["unfinished.units"])
    try again.remove()
  }

  @Test func aFinishedResultIsReadAsItWasWritten() throws {
    try complete()
    let finished = try FinishedResult(result.path)
    #expect(finished.file == sample.file)
    #expect(finished.has("summary.csv") && !finished.has("trials.csv"))
    #expect(try finished.read("summary.csv") == summary.bytes)
    try folder.write(summary.bytes + [1], to: "result/summary.csv")
    let damaged = problem { () throws(ResultError) in try finished.read("summary.csv") }
    #expect(damaged?.kind == .badData)
    #expect(damaged?.text.contains("the file does not match manifest.json") == true)
  }

  @Test func whatIsNoFinishedResultIsTold() throws {
    func reading() -> (kind: ResultError.Kind, text: String)? {
      problem { () throws(ResultError) in try FinishedResult(result.path) }
    }
    #expect(reading()?.kind == .unreadable)
    try complete()
    let manifest = String(decoding: try folder.read("result/manifest.json"), as: UTF8.self)
    for (change, message) in [
      (manifest.replacing("\"seed\": 1", with: "\"seed\": 2"), "does not match its SHA-256"),
      (manifest.replacing("\"role\"", with: "\"rule\""), "scenario.voters[0]"),
      ("{}", "this is not a valid manifest"),
    ] {
      try folder.write(change.utf8, to: "result/manifest.json")
      let wrong = try #require(reading())
      #expect(wrong.kind == .badData && wrong.text.contains(message), "\(wrong.text)")
    }
  }
}
