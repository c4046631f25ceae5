import Foundation
import TestSupport
import Testing

@Suite struct RegressionSeedsTests {
  @Test func oneSeedALineWithComments() throws {
    let text = "# why these\n0x1f  # the first\n\n 31\r\n18446744073709551615\n"
    #expect(try RegressionSeeds.parse(text) == [31, 31, .max])
    #expect(try RegressionSeeds.parse("") == [])
  }

  @Test func aLineThatIsNoSeedIsRefused() {
    #expect(throws: RegressionSeeds.Unreadable.self) { try RegressionSeeds.parse("1\ntwo\n") }
  }

  @Test func theFileIsFoundFromAnyDepth() {
    let path = "/a/Tests/CoreTests/Tally/TiesTests.swift"
    let seeds = RegressionSeeds(of: "CoreTests.TiesTests.ties", from: path)
    #expect(seeds.file.path == "/a/Tests/RegressionSeeds/CoreTests.TiesTests.ties.txt")
    #expect(seeds.shownPath == "Tests/RegressionSeeds/CoreTests.TiesTests.ties.txt")
    let odd = RegressionSeeds(of: "n/q: both", from: path)
    #expect(odd.shownPath == "Tests/RegressionSeeds/n-q- both.txt")
  }

  @Test func noFileMeansNoSeeds() throws {
    #expect(try RegressionSeeds(of: "no such property", from: #filePath).read() == [])
  }

  /// Its file of seeds is part of the repository, and a run replays it before anything else.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["QUORUMLAB_SEED"] == nil))
  func aRunReplaysTheFileFirst() {
    var seeds: [UInt64] = []
    forEverySeed(5) { seeds.append($0.seed) }
    #expect(seeds.prefix(2) == [0x51ed_270b_0a1e_55ed, 7])
    #expect(seeds.count > 2)
  }
}
