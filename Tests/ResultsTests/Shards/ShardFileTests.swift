import Experiments
import Foundation
import JSON
import TestSupport
import Testing

@testable import Results

struct ShardFileTests {
  private let folder = TemporaryFolder()
  private let sample: Sample
  private let shard = Shard(index: 1, count: 5)

  init() throws {
    sample = try Sample()
  }

  private func read(_ text: some Sequence<UInt8>) throws -> (ResultError.Kind, String)? {
    try folder.write(text, to: "file")
    return problem { () throws(ResultError) in
      try ShardFile(folder.place("file"), shard, of: sample.file, sample.plan)
    }
  }

  @Test func shardsReadBack() throws {
    for count in 1...7 {
      for index in 0..<count {
        let shard = Shard(index: index, count: count)
        try folder.write(sample.text(shard).utf8, to: "file")
        let file = try ShardFile(folder.place("file"), shard, of: sample.file, sample.plan)
        #expect(file.shard == shard)
        #expect(file.records == shard.units(of: sample.plan).map { sample.records[$0] })
      }
    }
  }

  @Test func namesAndShardsBelongTogether() {
    #expect(ShardFile.name(of: Shard(index: 0, count: 3)) == "shard-000-of-003.json")
    #expect(
      ShardFile.name(of: Shard(index: 1234, count: 100_000)) == "shard-1234-of-100000.json")
    for shard in [Shard(index: 0, count: 1), Shard(index: 99_999, count: 100_000)] {
      #expect(ShardFile.shard(ofFile: ShardFile.name(of: shard)) == shard)
    }
    for name in [
      "shard-003-of-003.json", "shard-0-of-3.json", "shard-000-of-003.unfinished", "shard.json",
      ".shard-000-of-003.json.host.1.tmp", "shard-000-of-003.json.gz", "shard--00-of-003.json",
      "shard-000-of-000.json", "chard-000-of-003.json", "shard-000-of-003-json",
    ] {
      #expect(ShardFile.shard(ofFile: name) == nil, "\(name)")
    }
  }

  /// Every bit of every byte, outside what the checksum leaves out, matters.
  @Test func noDamageIsAccepted() throws {
    let text = Array(sample.text(shard).utf8)
    let whole = String(decoding: text, as: UTF8.self)
    let free = try #require(whole.range(of: #""provenance""#)).lowerBound
    let protected = whole.utf8.distance(from: whole.startIndex, to: free)
    #expect(protected > 500)
    for index in 0..<protected {
      var damaged = text
      damaged[index] ^= 1 << (index * 5 % 8)
      let refusal = try #require(try read(damaged), "byte \(index)")
      #expect(refusal.0 == .badData, "byte \(index)")
    }
    // Behind that nothing counts, and nothing may trap or change what was counted.
    for index in protected..<text.count {
      var damaged = text
      damaged[index] ^= 1 << (index * 5 % 8)
      if let refusal = try read(damaged) { #expect(refusal.0 == .badData) }
    }
  }

  @Test func aFileThatIsCutOffIsRefused() throws {
    let text = Array(sample.text(shard).utf8)
    for count in stride(from: 0, to: text.count - 1, by: 37) {
      let refusal = try #require(try read(text.prefix(count)))
      #expect(refusal.0 == .badData)
      #expect(refusal.1.hasSuffix("file: the file is damaged: it is not valid JSON"))
    }
  }

  @Test func filesOfSomethingElseAreRefused() throws {
    for (text, difference) in [
      (try Sample(seed: 2).text(shard), "scenario_sha256"),
      (try Sample(units: 6).text(shard), "scenario_sha256"),
      (sample.text(Shard(index: 2, count: 5)), "shard"),
      (sample.text(Shard(index: 1, count: 4)), "shard"),
      (resealed { $0["origin"]?["version"] = "0.0.1" }, "version"),
      (resealed { $0["origin"]?["generator"] = "PCG" }, "generator"),
      (resealed { $0["origin"]?["format"] = 2 }, "format"),
    ] {
      let refusal = try #require(try read(text.utf8))
      #expect(refusal.0 == .badData)
      #expect(refusal.1.contains("the file belongs to other work: its '\(difference)' is"))
    }
  }

  /// Somebody who makes a checksum of their own still has to say what units there are.
  @Test func unitsThatAreNotThoseOfTheShardAreRefused() throws {
    let units = try #require(content["units"]?.elements)
    #expect(units.count == 1)
    for wrong in [units + units, [], [1], units + [1]] as [[JSONValue]] {
      let refusal = try read(resealed { $0["units"] = .array(wrong) }.utf8)
      #expect(refusal?.0 == .badData)
    }
    #expect(try read(resealed { $0["units"] = nil }.utf8)?.0 == .badData)
    #expect(try read(resealed { $0["origin"] = [] }.utf8)?.0 == .badData)
    #expect(try read(resealed { _ in }.utf8) == nil)
  }

  private var content: JSONObject {
    guard let document = try? JSONDocument(parsing: Array(sample.text(shard).utf8)),
      case .object(let whole) = document.root.value, case .object(let content)? = whole["content"]
    else { return [:] }
    return content
  }

  /// The file with another content, under the checksum of that.
  private func resealed(_ change: (inout JSONObject) -> Void) -> String {
    var content = content
    change(&content)
    let line = SealedLine.seal(.object(content))
    let whole: JSONValue = [
      "content": .object(content),
      "sha256": .string(String(decoding: line.prefix(64), as: UTF8.self)),
    ]
    return whole.text()
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  fileprivate subscript(key: String) -> JSONValue? {
    get {
      if case .object(let object) = self { object[key] } else { nil }
    }
    set {
      guard case .object(var object) = self else { return }
      object[key] = newValue
      self = .object(object)
    }
  }
}
