import Statistics
import TestSupport
import Testing

@Suite struct StudentDistributionTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("intervals.txt", of: "student") {
      let numbers = try Fixture.numbers(fields)
      let distribution = StudentDistribution(degreesOfFreedom: numbers[0])
      #expect(relativeError(distribution.quantile(upperTail: numbers[1]), numbers[2]) < 1e-9)
    }
  }

  @Test func isSymmetric() {
    let distribution = StudentDistribution(degreesOfFreedom: 4)
    #expect(distribution.quantile(upperTail: 0.5).magnitude < 1e-15)
    #expect(distribution.quantile(upperTail: 0.75) == -distribution.quantile(upperTail: 0.25))
    #expect(distribution.quantile(upperTail: 0) == .infinity)
  }
}
