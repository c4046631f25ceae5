import Detection
import SampleElectorates

/// The findings of a detector in one sample, compared with the truth.
struct DetectorTrial {
  let isExact: Bool
  let hasReport: Bool
  /// Whether the oracle, which must also decide whether there is a bloc at all, finds all blocs.
  let oracleRecovers: Bool
  /// Whether an oracle that knows that there are blocs finds all of them.
  let informedOracleRecovers: Bool

  init(_ design: ElectorateDesign, _ detector: Detector, seed: UInt64, number: Int) {
    let sample = SampleElectorate(design, seed: seed, number: number)
    let findings = detector.findings(in: sample.votes)
    let score = BlocScore(findings, truth: sample.truth)
    isExact = score.isExact
    hasReport = score.hasReport
    let oracle = Oracle(accuracies: sample.accuracies, warranted: design.warranted)
    let activity = Oracle.PlanActivity(rate: 1 - design.camouflage)
    let standsOut = sample.blocs.allSatisfy {
      oracle.standsOut($0, activity, in: sample.votes)
    }
    informedOracleRecovers = standsOut
    oracleRecovers =
      standsOut
      && sample.blocs.allSatisfy { oracle.isWorthReporting($0, activity, in: sample.votes) }
  }
}

/// Counts of trials, with their sums.
struct Tally {
  private(set) var trials = 0
  private(set) var exact = 0
  private(set) var reports = 0
  private(set) var oracle = 0
  private(set) var informedOracle = 0

  mutating func add(_ trial: DetectorTrial) {
    trials += 1
    if trial.isExact { exact += 1 }
    if trial.hasReport { reports += 1 }
    if trial.oracleRecovers { oracle += 1 }
    if trial.informedOracleRecovers { informedOracle += 1 }
  }
}
