/// A statement about every case, and how many cases to try it on.
package struct Property: Sendable {
  package var name: String
  package var caseCount: Int
  /// What some case must meet, or the property shows nothing.
  package var premises: [String] = []
  /// Seeds that failed before; they run first.
  package var regressionSeeds: [UInt64] = []
  package var shrinkAttemptsMax = 4000

  package init(_ name: String, caseCount: Int = 1000) {
    self.name = name
    self.caseCount = caseCount
  }

  /// Runs the cases until one fails, and makes that one as small as it gets.
  package func run(
    settings: RunSettings = RunSettings(), _ body: (Draw) throws -> Void
  ) -> Outcome {
    withoutActuallyEscaping(body) { body in
      let cases = CaseRunner(self, isTracing: settings.isTracing, body)
      if let seed = settings.onlySeed {
        return cases.counterexample(seed, .environment).map(Outcome.failed) ?? .passed(cases: 1)
      }
      for seed in regressionSeeds {
        if let found = cases.counterexample(seed, .regression) { return .failed(found) }
      }
      let count = settings.caseCount(declared: caseCount)
      for number in 0..<count {
        let seed = SplitMix64.seed(of: name, case: number)
        let origin = Counterexample.Origin.generated(case: number + 1, of: count)
        if let found = cases.counterexample(seed, origin) { return .failed(found) }
      }
      return verdict(on: cases.premises, cases: count)
    }
  }

  /// Fewer cases than declared say nothing about a premise that is met now and then.
  private func verdict(on premises: PremiseCount, cases: Int) -> Outcome {
    if !premises.undeclared.isEmpty { return .undeclared(premises: premises.undeclared) }
    if cases >= caseCount && !premises.neverMet.isEmpty {
      return .vacuous(premises: premises.neverMet, cases: cases)
    }
    return .passed(cases: cases)
  }
}
