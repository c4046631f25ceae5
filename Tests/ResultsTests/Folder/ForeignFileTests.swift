import Experiments
import Foundation
import JSON
import TestSupport
import Testing

@testable import Results

/// What is not ours stays as it is, also with `--force`.
struct ForeignFileTests {
  private let folder = TemporaryFolder()
  private let sample: Sample
  private let result: ResultFolder
  private let summary = ResultFile(name: "summary.csv", bytes: Array("scenario,cell,a\n".utf8))

  init() throws {
    sample = try Sample()
    result = ResultFolder(folder.place("result"), of: sample.file, .run(keepsTrials: false))
  }

  private func refusal(startsOver: Bool) -> (kind: ResultError.Kind, text: String)? {
    problem { () throws(ResultError) in try result.openRun(startsOver: startsOver) }
  }

  private func complete() throws {
    let journal = try #require(try result.openRun(startsOver: false))
    try result.complete([summary], log: ["host": "h"], journal: journal)
  }

  // MARK: Journals

  @Test(arguments: [
    "my notes\n", "{}", "\n\n", String(repeating: "0", count: 64) + " {}\n", "0",
  ])
  func aForeignFileIsNoJournal(text: String) throws {
    let place = "\(folder.path)/journal"
    try folder.write(text.utf8, to: "journal")
    for startsOver in [false, true] {
      let wrong = problem { () throws(ResultError) in
        try sample.journal(place, startsOver: startsOver)
      }
      #expect(wrong?.kind == .uncreatable)
      #expect(wrong?.text.contains("it is not unfinished work of this program") == true)
      #expect(try folder.read("journal") == Array(text.utf8))
    }
  }

  /// A line with a right checksum that is the first line of something else.
  @Test func aSealedLineOfSomethingElseIsNoJournal() throws {
    let line = SealedLine.seal(["unit": 1])
    try folder.write(line, to: "journal")
    #expect(
      problem { () throws(ResultError) in try sample.journal(folder.place("journal")) }?.kind
        == .uncreatable)
    #expect(try folder.read("journal") == line)
  }

  /// A link may lead outside the folder, to a file that is not ours at all.
  @Test func aLinkIsNotFollowed() throws {
    try folder.write("my notes".utf8, to: "elsewhere")
    try FileManager.default.createDirectory(
      atPath: result.path, withIntermediateDirectories: true)
    for target in [folder.place("elsewhere"), folder.place("none"), "/dev/null"] {
      let link = "\(result.path)/unfinished.units"
      #expect(symlink(target, link) == 0)
      for startsOver in [false, true] {
        let wrong = try #require(refusal(startsOver: startsOver))
        #expect(wrong.kind == .uncreatable && wrong.text.hasSuffix("it is a link"))
      }
      #expect(unlink(link) == 0)
    }
    #expect(try folder.files() == ["elsewhere": Array("my notes".utf8)])
  }

  @Test func aPipeIsNoJournal() throws {
    #expect(mkfifo(folder.place("journal"), 0o600) == 0)
    let wrong = problem { () throws(ResultError) in try sample.journal(folder.place("journal")) }
    #expect(wrong?.text.hasSuffix("it is not a regular file") == true)
  }

  // MARK: Folders

  @Test func aFolderFullOfOtherFilesIsRefused() throws {
    try folder.write([1], to: "result/notes.txt")
    try folder.write([1], to: "result/photos/a.jpg")
    for startsOver in [false, true] {
      let wrong = try #require(refusal(startsOver: startsOver))
      #expect(wrong.kind == .uncreatable)
      #expect(
        wrong.text == "folder '\(result.path)' is left unchanged: it has other files: 'notes.txt' "
          + "and 1 more; use --out for another folder")
    }
    #expect(try folder.files().count == 2)
  }

  @Test func hiddenFilesAndShardsMayBeThere() throws {
    for name in [".gitignore", ".DS_Store", "shard-000-of-002.json", "shard-001-of-002.unfinished"]
    {
      try folder.write([1], to: "result/\(name)")
    }
    try complete()
    #expect(try folder.files(in: "result").count == 7)
  }

  /// Files that somebody puts beside a result are no reason to refuse the result.
  @Test func otherFilesMayStandBesideAResult() throws {
    try complete()
    try folder.write([1], to: "result/notes.txt")
    #expect(try result.openRun(startsOver: false) == nil)
    let journal = try #require(try result.openRun(startsOver: true))
    try result.complete([summary], log: ["host": "h"], journal: journal)
    #expect(try folder.read("result/notes.txt") == [1])
  }

  @Test func theManifestOfAnotherProgramStays() throws {
    let text = #"{"name": "web app", "files": {"a": "b"}, "version": "1"}"#
    try folder.write(text.utf8, to: "result/manifest.json")
    for startsOver in [false, true] {
      #expect(
        refusal(startsOver: startsOver)?.text.contains(
          "its manifest.json was not written by this program") == true)
    }
    #expect(try folder.files(in: "result") == ["manifest.json": Array(text.utf8)])
  }

  @Test func aDamagedManifestOfOursCanBeReplaced() throws {
    try complete()
    let text = try folder.read("result/manifest.json")
    try folder.write(text.prefix(40), to: "result/manifest.json")
    #expect(refusal(startsOver: false)?.text.contains("its manifest.json cannot be read") == true)
    #expect(refusal(startsOver: true) == nil)
  }

  @Test func aForeignFileWithTheNameOfAShardStays() throws {
    let shard = Shard(index: 0, count: 2)
    let shards = ShardFolder(folder.place("shards"), of: sample.file, sample.plan)
    try folder.write("my notes".utf8, to: "shards/shard-000-of-002.json")
    let wrong = problem { () throws(ResultError) in try shards.open(shard, startsOver: true) }
    #expect(wrong?.kind == .uncreatable)
    #expect(try folder.files(in: "shards").count == 1)
    try folder.write(sample.text(shard).utf8, to: "shards/shard-000-of-002.json")
    #expect(problem { () throws(ResultError) in try shards.open(shard, startsOver: true) } == nil)
  }

  // MARK: Manifests

  /// The manifest of a complete result, changed.
  private func change(_ change: (inout JSONObject) -> Void) throws {
    guard
      case .object(var manifest) =
        try JSONDocument(parsing: folder.read("result/manifest.json")).root.value
    else { return }
    change(&manifest)
    try folder.write(
      (JSONValue.object(manifest).text(.indented) + "\n").utf8, to: "result/manifest.json")
  }

  /// Nothing in a manifest can be changed without its being seen.
  @Test func noMemberOfAManifestCanBeChanged() throws {
    try complete()
    let text = try folder.read("result/manifest.json")
    let manifest = try JSONDocument(parsing: text).root.value
    var paths = manifest.leafPaths()
    #expect(paths.count > 60)
    paths += [["more"], ["scenario", "more"], ["files", "more"]]
    for path in Effort.some(of: paths, inDebugEvery: 3) {
      for value in ["x", 7, nil, true] as [JSONValue] {
        let changed = manifest.setting(value, at: path)
        if changed == manifest { continue }
        try folder.write(changed.text(.indented).utf8, to: "result/manifest.json")
        let wrong = problem { () throws(ResultError) in try result.openRun(startsOver: false) }
        #expect(wrong?.kind == .uncreatable, "\(path) \(value.text())")
        if path == ["version"], case .string = value { continue }
        let finished = problem { () throws(ResultError) in try FinishedResult(result.path) }
        let isLater = path.starts(with: ["files"]) && path != ["files", "more"]
        #expect(finished?.kind == .badData || isLater, "\(path) \(value.text())")
      }
    }
  }

  @Test(arguments: ["../../outside.csv", "/dev/zero", "pipe", "notes.txt", "", "."])
  func aManifestListsFilesOfAResultOnly(name: String) throws {
    try complete()
    try folder.write([1], to: "outside.csv")
    #expect(mkfifo("\(result.path)/pipe", 0o600) == 0)
    try change { $0["files"] = .object([name: "x", "summary.csv": "y"]) }
    #expect(
      refusal(startsOver: false)?.text.contains("which is not a file of this result") == true)
    let finished = problem { () throws(ResultError) in try FinishedResult(result.path) }
    #expect(finished?.kind == .badData)
    #expect(finished?.text.contains("which is not a file of this result") == true)
  }

  /// Reading a pipe would wait for ever, and a device would never end.
  @Test(arguments: ["summary.csv", "manifest.json"])
  func aPipeOrADeviceIsNotRead(name: String) throws {
    try complete()
    let place = "\(result.path)/\(name)"
    #expect(unlink(place) == 0 && mkfifo(place, 0o600) == 0)
    #expect(refusal(startsOver: false) != nil)
    #expect(unlink(place) == 0 && symlink("/dev/zero", place) == 0)
    #expect(refusal(startsOver: false) != nil)
  }
}

extension JSONValue {
  /// The paths of all values that have none within them.
  fileprivate func leafPaths(from path: [String] = []) -> [[String]] {
    switch self {
    case .array(let elements) where !elements.isEmpty:
      elements.enumerated().flatMap { $1.leafPaths(from: path + [String($0)]) }
    case .object(let object) where !object.isEmpty:
      object.members.flatMap { $0.value.leafPaths(from: path + [$0.key]) }
    case .null, .bool, .number, .string, .array, .object: [path]
    }
  }

  /// The value with another one at a path, which may be new.
  fileprivate func setting(_ value: JSONValue, at path: [String]) -> JSONValue {
    changed(at: path.dropLast()) { parent in
      if case .object(var object) = parent, let key = path.last {
        object[key] = value
        return .object(object)
      }
      return parent.changed(at: path.suffix(1)) { _ in value }
    }
  }
}
