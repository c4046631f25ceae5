import Experiments
import Foundation
import JSON
import Scenarios
import TestSupport
import Testing

@testable import Results

/// The format of a result, and what is read of an earlier one.
struct ManifestFormatTests {
  private let folder = TemporaryFolder()
  private let file: ScenarioFile
  private let result: ResultFolder

  init() throws {
    file = try ScenarioFile(
      parsing: """
        {"name": "sample", "trials": 1,
         "voters": [{"name": "h", "role": "honest", "count": 3}],
         "sweep": {"seed": [1, 2],
           "attack": [{"label": "none", "set": {"voters.h.accuracy": "1/2"}}]}}
        """)
    result = ResultFolder(folder.place("result"), of: file, .run(keepsTrials: false))
    let journal = try #require(try result.openRun(startsOver: false))
    let summary = ResultFile(name: "summary.csv", bytes: Array("scenario\n".utf8))
    try result.complete([summary], log: ["seconds": 1.5], journal: journal)
  }

  private func change(_ change: (inout JSONObject) -> Void) throws {
    let text = try folder.read("result/manifest.json")
    guard case .object(var members) = try JSONDocument(parsing: text).root.value else { return }
    change(&members)
    try folder.write(
      (JSONValue.object(members).text(.indented) + "\n").utf8, to: "result/manifest.json")
  }

  private func refusal() -> String? {
    problem { () throws(ResultError) in try result.openRun(startsOver: false) }?.text
  }

  private func reading() -> String? {
    problem { () throws(ResultError) in try FinishedResult(result.path) }?.text
  }

  @Test func axesHaveTheirNamesAndValues() throws {
    guard
      case .object(let members) = try JSONDocument(
        parsing: folder.read("result/manifest.json")
      ).root.value
    else { return }
    #expect(members["format"] == JSONValue(ResultVersion.format))
    #expect(
      members["axes"] == [
        ["path": "seed", "column": "seed", "values": [1, 2]],
        ["name": "attack", "column": "attack", "values": ["none"]],
      ])
    #expect(refusal() == nil && reading() == nil)
  }

  /// An earlier result has no number of its format and no axes; `compare` reads it.
  @Test func anEarlierFormatIsReadButNotTakenForComplete() throws {
    try change { members in
      members = JSONObject(members.members.filter { $0.key != "format" && $0.key != "axes" })
    }
    #expect(reading() == nil)
    #expect(
      refusal()?.contains("its result has format 1, and this version writes format 2") == true)
  }

  @Test func aLaterFormatIsNotRead() throws {
    try change { $0["format"] = 3 }
    #expect(reading()?.contains("format 3, and this version reads formats 1 to 2") == true)
    #expect(refusal()?.contains("format 3, and this version writes format 2") == true)
  }

  @Test func axesOfAnotherSweepAreRefused() throws {
    try change { $0["axes"] = [] }
    #expect(reading()?.contains("does not match its scenario") == true)
    #expect(refusal()?.contains("does not match its scenario") == true)
  }
}
