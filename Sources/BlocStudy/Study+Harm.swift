import Detection
import SampleElectorates

extension Study {
  /// How often honest groups of four who share a base model, and real rings, are judged harmful.
  ///
  /// Both the true groups, found or not, and the blocs that each detector reports are judged. A
  /// reported bloc belongs to a ring if most of its members do; any other counts as honest.
  func harm() -> [String] {
    var lines = [
      "case,judged,voters,proposals,accuracy,of_rings,harmful,rate,low,high,of_honest,harmful,rate,"
        + "low,high,harmless,unproven,unplanned"
    ]
    var cell = 4_000
    for (name, shape) in Self.shapes {
      var sums = Array(repeating: Verdicts(), count: Self.sources.count)
      for voters in [10, 31] {
        for proposals in [50, 300] {
          for accuracy in [0.75, 0.85, 0.95] {
            var design = ElectorateDesign(voters: voters, proposals: proposals, accuracy: accuracy)
            shape(&design)
            for (index, verdicts) in verdicts(design, cell: cell).enumerated() {
              lines.append(
                "\(name),\(Self.sources[index]),\(voters),\(proposals),\(accuracy),\(verdicts.fields)"
              )
              sums[index].add(verdicts)
            }
            cell += 1
          }
        }
      }
      for (source, sum) in zip(Self.sources, sums) {
        lines.append(
          "# \(name), \(source): of rings \(sum.rings.text); of honest blocs \(sum.honest.text)")
      }
    }
    return lines
  }

  /// The true groups, and the blocs of every detector.
  private static let sources = ["true groups"] + Detector.Method.standard.map(\.name)

  private static let shapes: [(String, @Sendable (inout ElectorateDesign) -> Void)] = [
    ("honest clones", { $0.cloneGroups = 1 }),
    ("lockstep ring", { $0.blocs = [($0.voters - 1) / 3] }),
    (
      "half camouflaged ring",
      {
        $0.blocs = [($0.voters - 1) / 3]
        $0.camouflage = 0.5
      }
    ),
    (
      "opposing ring",
      {
        $0.blocs = [($0.voters - 1) / 3]
        $0.plan = .oppose
      }
    ),
    (
      "protecting ring",
      {
        $0.blocs = [($0.voters - 1) / 3]
        $0.plan = .reject
        $0.protectsTarget = true
      }
    ),
  ]

  /// The verdicts on some samples, for each source of blocs.
  private func verdicts(_ design: ElectorateDesign, cell: Int) -> [Verdicts] {
    var verdicts = Array(repeating: Verdicts(), count: Self.sources.count)
    // Honest clones are rarely judged harmful, if ever.
    for repetition in 0..<(design.cloneGroups > 0 ? 11 : 2) * repeats {
      let sample = SampleElectorate(design, seed: seed, number: cell * 1_000_000 + repetition)
      let planned = Detector(.groupLikelihood).findings(in: sample.votes)
      let truth = Findings(
        blocs: (sample.blocs + sample.clones).map { Bloc(members: $0, score: 0) },
        pairScores: planned.pairScores)
      let reports = Detector.Method.standard.map { method in
        method == .groupLikelihood ? planned : Detector(method).findings(in: sample.votes)
      }
      for (index, findings) in ([truth] + reports).enumerated() {
        judge(findings, beside: planned.blocs, in: sample, &verdicts[index])
      }
    }
    return verdicts
  }

  private func judge(
    _ findings: Findings, beside plans: [Bloc], in sample: SampleElectorate,
    _ verdicts: inout Verdicts
  ) {
    let traits = [ProposalTrait.targets(sample.targets.map { "worker-\($0 + 1)" })]
    let profiles = findings.profiles(
      in: sample.votes, beside: plans, first: BlocAnalysis.judgedMax)
    for (bloc, profile) in zip(findings.blocs, profiles) {
      let verdict = HarmAssessment(
        of: bloc.members, in: sample.votes, profile: profile, traits: traits
      ).verdict
      let isRing = sample.blocs.contains { ring in
        2 * bloc.members.count(where: ring.contains) > bloc.members.count
      }
      verdicts.add(verdict, ofRing: isRing)
    }
  }
}

/// Counts of verdicts.
private struct Verdicts {
  /// The number of blocs, and of those judged harmful.
  struct Claims {
    var blocs = 0
    var harmful = 0

    var text: String { "\(harmful) of \(blocs), \(Study.rate(harmful, of: blocs))" }
    var fields: String { "\(blocs),\(harmful),\(Study.rate(harmful, of: blocs))" }

    mutating func add(_ other: Claims) {
      blocs += other.blocs
      harmful += other.harmful
    }
  }

  private(set) var rings = Claims()
  private(set) var honest = Claims()
  private var harmless = 0
  private var unproven = 0
  private var unplanned = 0

  var fields: String {
    "\(rings.fields),\(honest.fields),\(harmless),\(unproven),\(unplanned)"
  }

  mutating func add(_ verdict: HarmAssessment.Verdict, ofRing isRing: Bool) {
    let claim = Claims(blocs: 1, harmful: verdict == .harmful ? 1 : 0)
    if isRing { rings.add(claim) } else { honest.add(claim) }
    switch verdict {
    case .harmful: break
    case .harmless: harmless += 1
    case .unproven: unproven += 1
    case .unplanned: unplanned += 1
    }
  }

  mutating func add(_ other: Verdicts) {
    rings.add(other.rings)
    honest.add(other.honest)
    harmless += other.harmless
    unproven += other.unproven
    unplanned += other.unplanned
  }
}
