import TestSupport
import Testing

@Suite struct OutcomeReportTests {
  private let example = Counterexample(
    seed: 0x1f, origin: .generated(case: 3, of: 1000), message: "sum is 1000 (M/F.swift:7)",
    log: CaseLog(drawn: ["[1000]", "true"], notes: ["voters: 4"]), shrinks: 12, attempts: 80,
    isUnstable: false)

  private func report(_ outcome: Outcome) -> String? {
    outcome.report(
      on: "M.F.sums", rerun: "swift test --filter 'M.*sums'",
      seedFile: "Tests/RegressionSeeds/M.F.sums.txt")
  }

  @Test func aFailureSaysAllThatIsNeeded() {
    #expect(
      report(.failed(example)) == """
        M.F.sums does not hold: sum is 1000 (M/F.swift:7)
          drawn:  [1000], true
          note:   voters: 4
          seed:   0x1f, case 3 of 1000
          shrunk: 12 times, in 80 replays
          again:  QUORUMLAB_SEED=0x1f swift test --filter 'M.*sums'
          keep:   echo '0x1f  # why' >> 'Tests/RegressionSeeds/M.F.sums.txt'
        """)
  }

  @Test func aRegressionNeedNotBeKeptAgain() throws {
    var regression = example
    regression.origin = .regression
    let text = try #require(report(.failed(regression)))
    #expect(text.contains("a regression seed"))
    #expect(!text.contains("keep:"))
  }

  @Test func anUnstableFailureSaysSo() throws {
    var unstable = example
    unstable.isUnstable = true
    #expect(try #require(report(.failed(unstable))).contains("UNSTABLE"))
  }

  @Test func longLogsAreCut() throws {
    var long = example
    long.log.drawn = (1...100).map(String.init)
    #expect(try #require(report(.failed(long))).contains("59, 60, … and 40 more\n"))
  }

  @Test func otherOutcomes() {
    #expect(report(.passed(cases: 9)) == nil)
    #expect(
      report(.vacuous(premises: ["a tie", "a win"], cases: 9))
        == "M.F.sums: none of 9 cases met 'a tie', 'a win', so it shows nothing")
    #expect(
      report(.undeclared(premises: ["a tie"]))
        == "M.F.sums: met 'a tie', which `premises:` does not declare")
  }

  @Test func testsAreNamedAsTheCommandLineNamesThem() {
    let plain = TestName(fileID: "CoreTests/TallyTests.swift", function: "tiesApprove()")
    #expect(plain.propertyName == "CoreTests.TallyTests.tiesApprove")
    #expect(plain.command == "swift test --filter 'CoreTests.*tiesApprove'")
    let words = TestName(fileID: "CoreTests/Tally+Ties.swift", function: "it's a tie(of:)")
    #expect(words.propertyName == "CoreTests.Tally+Ties.it's a tie")
    #expect(words.command == "swift test --filter 'CoreTests.*it.s.a.tie'")
  }
}
