import TestSupport
import Testing

@Suite struct RequirementTests {
  private enum Refusal: Error, Equatable {
    case closed
    case unknown
  }

  /// The message of the failure, without its place.
  private func message(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return (error as? RequirementFailure)?.message ?? "another error: \(error)"
    }
  }

  @Test func whatHoldsPasses() throws {
    try require(true)
    try requireEqual([1, 2], [1, 2])
    #expect(try requireValue(Optional(3)) == 3)
    try requireThrows(Refusal.closed) { throw Refusal.closed }
  }

  @Test func whatDoesNotHoldSaysWhy() {
    #expect(message { try require(false) } == "a requirement does not hold")
    #expect(message { try require(false, "odd") } == "odd")
    #expect(message { try requireEqual(1, 2) } == "is 1, should be 2")
    #expect(message { try requireEqual("a", "b", "name") } == #"name: is "a", should be "b""#)
    #expect(message { _ = try requireValue(Int?.none) } == "there is no value")
  }

  @Test func errorsMustBeTheExpectedOnes() {
    #expect(
      message { try requireThrows(Refusal.closed) { throw Refusal.unknown } }
        == "throws unknown, should throw closed")
    #expect(
      message { try requireThrows(Refusal.closed) { throw CancellationError() } }
        == "throws CancellationError(), should throw closed")
    #expect(
      message { try requireThrows(Refusal.closed) {} } == "throws nothing, should throw closed")
  }

  @Test func failuresKnowTheirPlace() {
    let error = #expect(throws: RequirementFailure.self) { try require(false, "odd") }
    #expect(error?.place == "TestSupportTests/RequirementTests.swift:\(#line - 1)")
    #expect(error?.description.hasPrefix("odd (TestSupportTests/") == true)
  }
}
