import Detection

/// A detector's findings in one specimen, held against the truth.
struct Trial {
  let isExact: Bool
  let hasReport: Bool
  /// Whether the oracle, which must also decide whether there is a bloc at all, recovers all blocs.
  let oracleRecovers: Bool
  /// Whether all blocs stand out for an oracle that is told that they are there.
  let informedOracleRecovers: Bool

  init(_ kind: Electorate, _ detector: Detector, seed: UInt64, number: Int) {
    let specimen = Specimen(kind, seed: seed, number: number)
    let findings = detector.findings(in: specimen.votes)
    let score = BlocScore(findings, truth: specimen.truth)
    isExact = score.isExact
    hasReport = score.hasReport
    let oracle = Oracle(accuracies: specimen.accuracies, warranted: kind.warranted)
    let habit = Oracle.Habit(rate: 1 - kind.camouflage)
    let standsOut = specimen.blocs.allSatisfy {
      oracle.standsOut($0, habit, in: specimen.votes)
    }
    informedOracleRecovers = standsOut
    oracleRecovers =
      standsOut
      && specimen.blocs.allSatisfy { oracle.isWorthReporting($0, habit, in: specimen.votes) }
  }
}

/// Counts of trials, with what they add up to.
struct Tally {
  private(set) var trials = 0
  private(set) var exact = 0
  private(set) var reports = 0
  private(set) var oracle = 0
  private(set) var informedOracle = 0

  mutating func add(_ trial: Trial) {
    trials += 1
    if trial.isExact { exact += 1 }
    if trial.hasReport { reports += 1 }
    if trial.oracleRecovers { oracle += 1 }
    if trial.informedOracleRecovers { informedOracle += 1 }
  }
}
