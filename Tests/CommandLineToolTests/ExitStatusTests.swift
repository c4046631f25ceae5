import Testing

@testable import CommandLineTool

struct ExitStatusTests {
  @Test func theNumbersAreThoseThatScriptsKnow() {
    #expect(
      ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 73, 74, 75, 130, 141, 143])
    #expect(ExitStatus.usage.rawValue == 64)
    #expect(ExitStatus.badInput.rawValue == 65)
    #expect(ExitStatus.noInput.rawValue == 66)
    #expect(ExitStatus.cannotCreate.rawValue == 73)
    #expect(ExitStatus.outputFailed.rawValue == 74)
    #expect(ExitStatus.incomplete.rawValue == 75)
  }
}
