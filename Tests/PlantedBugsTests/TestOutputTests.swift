import Testing

@testable import PlantedBugs

@Suite struct TestOutputTests {
  private func failure(_ lines: String...) -> String? {
    var output = TestOutput()
    for line in lines { output.read(line) }
    return output.failure
  }

  @Test func theFirstIssueCounts() {
    #expect(
      failure(
        "◇ Test ties() started.",
        "✘ Test ties() recorded an issue at RulesTests.swift:13:5: Expectation failed: a == b",
        "✘ Test wins() recorded an issue at RulesTests.swift:20:5: Expectation failed: a == b")
        == "RulesTests.ties()")
  }

  @Test func theArgumentsOfATestAreLeftOut() {
    #expect(
      failure(
        "✘ Test ties(a:) recorded an issue with 1 argument a → 2 at RulesTests.swift:13:5: no")
        == "RulesTests.ties(a:)")
  }

  @Test func knownIssuesAreNoFailures() {
    #expect(
      failure(
        "✘ Test aFailure() recorded a known issue at OtherTests.swift:23:5: Issue recorded",
        "✔ Test aFailure() passed after 0.1 seconds with 1 known issue.") == nil)
  }

  @Test func aSlowMachineIsNoFailure() {
    var output = TestOutput()
    output.read(
      "✘ Test long() recorded an issue at OtherTests.swift:3:5: Time limit was exceeded: 60.000 s")
    #expect(output.failure == nil && output.isSlow)
  }

  @Test func aTrapIsAFailure() {
    #expect(failure("Room/File.swift:12: Fatal error: no such voter") == "a trap")
    #expect(failure("error: Exited with unexpected signal code 4") == "a trap")
  }
}
