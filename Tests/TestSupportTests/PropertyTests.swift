import TestSupport
import Testing

@Suite struct PropertyTests {
  private func example(_ outcome: Outcome) throws -> Counterexample {
    guard case .failed(let example) = outcome else { throw NotFailed(outcome: outcome) }
    return example
  }

  private struct NotFailed: Error {
    let outcome: Outcome
  }

  @Test func aPropertyThatHoldsRunsAllItsCases() {
    var seeds: [UInt64] = []
    let outcome = Property("holds", caseCount: 300).run { seeds.append($0.seed) }
    #expect(outcome == .passed(cases: 300))
    #expect(seeds == (0..<300).map { SplitMix64.seed(of: "holds", case: $0) })
  }

  @Test func thePrintedSeedFailsAgainToTheSameSmallestCase() throws {
    let body: (Draw) throws -> Void = { draw in
      let numbers = draw.array(0...20) { $0.int(in: 0...500) }
      try require(numbers.reduce(0, +) < 900, "the sum is \(numbers.reduce(0, +))")
    }
    let first = try example(Property("again").run(body))
    let settings = RunSettings(onlySeed: first.seed)
    var again = try example(Property("again").run(settings: settings, body))
    #expect(again.origin == .environment)
    again.origin = first.origin
    #expect(again == first)
    #expect(first.message.hasPrefix("the sum is 900 (TestSupportTests/PropertyTests.swift:"))
  }

  @Test func oneSeedRunsOneCase() {
    var property = Property("one")
    property.regressionSeeds = [1, 2]
    property.premises = ["never"]
    var seeds: [UInt64] = []
    let outcome = property.run(settings: RunSettings(onlySeed: 77)) { seeds.append($0.seed) }
    #expect(outcome == .passed(cases: 1))
    #expect(seeds == [77])
  }

  @Test func regressionSeedsRunFirst() throws {
    var property = Property("regression", caseCount: 2)
    property.regressionSeeds = [11, 22]
    var seeds: [UInt64] = []
    _ = property.run { seeds.append($0.seed) }
    #expect(seeds.count == 4)
    #expect(seeds.prefix(2) == [11, 22])

    let failing = try example(property.run { try require($0.seed != 22) })
    #expect(failing.seed == 22)
    #expect(failing.origin == .regression)
  }

  @Test func theEnvironmentSaysHowManyCases() {
    let property = Property("count", caseCount: 20)
    #expect(property.run(settings: RunSettings(cases: .exactly(7))) { _ in } == .passed(cases: 7))
    #expect(property.run(settings: RunSettings(cases: .times(3))) { _ in } == .passed(cases: 60))
  }

  @Test func aPremiseThatIsNeverMetFails() {
    let property = Property("vacuous", caseCount: 50)
    let outcome = property.run { draw in
      draw.sometimes("large", draw.int(in: 0...9) > 9)
      draw.sometimes("small", draw.int(in: 0...9) < 5)
    }
    #expect(outcome == .vacuous(premises: ["large"], cases: 50))
  }

  @Test func aDeclaredPremiseInABranchNeverTakenFails() {
    var property = Property("branch", caseCount: 50)
    property.premises = ["taken", "not taken"]
    let outcome = property.run { draw in
      draw.met(draw.int(in: 0...9) > 9 ? "taken" : "not taken")
    }
    #expect(outcome == .vacuous(premises: ["taken"], cases: 50))
  }

  @Test func aPremiseMetWithoutDeclarationFails() {
    let outcome = Property("undeclared").run { $0.met("surprise") }
    #expect(outcome == .undeclared(premises: ["surprise"]))
  }

  @Test func premisesMetInSomeCasePass() {
    var property = Property("met", caseCount: 50)
    property.premises = ["zero"]
    let outcome = property.run { draw in
      let number = draw.int(in: 0...9)
      if number == 0 { draw.met("zero") }
      draw.sometimes("nine", number == 9)
    }
    #expect(outcome == .passed(cases: 50))
  }

  @Test func fewerCasesThanDeclaredSayNothingOfPremises() {
    let fewer = RunSettings(cases: .exactly(3))
    let outcome = Property("fewer").run(settings: fewer) { $0.sometimes("no", false) }
    #expect(outcome == .passed(cases: 3))
  }

  @Test func aBodyThatDependsOnMoreThanItsDrawsIsCalledUnstable() throws {
    var runs = 0
    let outcome = Property("unstable").run { draw in
      runs += 1
      _ = draw.int(in: 0...9)
      try require(runs != 5)
    }
    #expect(try example(outcome).isUnstable)
    #expect(try !example(Property("stable").run { _ in throw CancellationError() }).isUnstable)
  }

  @Test func anyThrownErrorFails() throws {
    struct Trouble: Error {}
    let failing = try example(
      Property("throws").run { if $0.int(in: 0...99) > 60 { throw Trouble() } })
    #expect(failing.message == "Trouble()")
    #expect(failing.log.drawn == ["61"])
  }

  /// Thousands of cases must be quick in a debug build too: count draws here, time them by hand.
  @Test func thousandsOfCasesRun() {
    var total = 0
    let outcome = Property("many", caseCount: 20_000).run { draw in
      for _ in 0..<10 { total &+= draw.int(in: 0...1000) }
    }
    #expect(outcome == .passed(cases: 20_000))
    #expect(total > 0)
  }
}
