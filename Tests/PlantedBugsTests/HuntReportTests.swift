import Testing

@testable import PlantedBugs

@Suite struct HuntReportTests {
  private func verdict(_ number: Int, caught: Bool) -> Hunt.Verdict {
    let bug = PlantedBug(
      name: "bug-\(number)", why: "Wrong.", file: "Sources/Room/File.swift", within: nil,
      original: "a", wrong: "b")
    return Hunt.Verdict(bug: bug, catcher: caught ? "RulesTests.ties()" : nil, seconds: 1.25)
  }

  @Test func survivorsAreNamed() {
    let report = HuntReport(verdicts: [verdict(1, caught: true), verdict(2, caught: false)])
    #expect(
      report.text == """
        bug    seconds  caught by
        bug-1      1.2  RulesTests.ties()
        bug-2      1.2  SURVIVED

        1 of 2 bugs caught
        survived: bug-2: Wrong.
        """)
  }

  @Test(arguments: [(49, 1, true), (50, 1, true), (48, 1, false), (97, 3, false), (0, 1, false)])
  func ninetyEightOfAHundredAreEnough(caught: Int, survivors: Int, isGood: Bool) {
    let verdicts =
      (0..<caught).map { verdict($0, caught: true) }
      + (0..<survivors).map { verdict($0 + caught, caught: false) }
    #expect(HuntReport(verdicts: verdicts).isGood == isGood)
  }
}
