import TestSupport
import Testing

/// A file of seeds that no property reads would look like protection and be none.
@Suite struct RegressionSeedFileTests {
  @Test func everyFileBelongsToAProperty() throws {
    let files = try Repository.files(in: "Tests/RegressionSeeds", suffix: "")
    let names = files.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    let tests = try Repository.files(in: "Tests", suffix: ".swift")
    let sources = try tests.map { (path: $0, text: try Repository.text(of: $0)) }
    #expect(RegressionSeedFiles.strays(among: names, tests: sources) == [])
  }

  @Test func everyFileCanBeRead() throws {
    for path in try Repository.files(in: "Tests/RegressionSeeds", suffix: ".txt") {
      #expect(try !RegressionSeeds.parse(Repository.text(of: path)).isEmpty, "\(path)")
    }
  }

  @Test func straysAreFound() {
    let tests = [
      (path: "Tests/CoreTests/Deep/TallyTests.swift", text: "func ties() {}\nfunc wins() {}"),
      (path: "Tests/CoreTests/VoteTests.swift", text: "forEverySeed(named: \"one vote each\")"),
    ]
    let files = [
      "CoreTests.TallyTests.ties.txt", "one vote each.txt", "CoreTests.TallyTests.gone.txt",
      "CoreTests.VoteTests.ties.txt", "another.txt", "notes.md",
    ]
    #expect(
      RegressionSeedFiles.strays(among: files, tests: tests) == [
        "CoreTests.TallyTests.gone.txt", "CoreTests.VoteTests.ties.txt", "another.txt", "notes.md",
      ])
  }
}
