import Detection

extension Study {
  /// How often harm is claimed of honest groups of four who share a base model, and of real rings.
  ///
  /// Every true group is judged, whether a detector has found it or not.
  func harm() -> [String] {
    var lines = ["case,voters,proposals,accuracy,groups,harmful,rate,low,high,harmless,unproven"]
    var cell = 4_000
    for (name, shape) in Self.shapes {
      var (claims, groups) = (0, 0)
      for voters in [10, 31] {
        for proposals in [50, 300] {
          for accuracy in [0.75, 0.85, 0.95] {
            var kind = Electorate(voters: voters, proposals: proposals, accuracy: accuracy)
            shape(&kind)
            let verdicts = verdicts(kind, cell: cell)
            cell += 1
            let harmful = verdicts.count { $0 == .harmful }
            claims += harmful
            groups += verdicts.count
            lines.append(
              "\(name),\(voters),\(proposals),\(accuracy),\(verdicts.count),\(harmful),"
                + Self.rate(harmful, of: verdicts.count)
                + ",\(verdicts.count { $0 == .harmless }),\(verdicts.count { $0 == .unproven })")
          }
        }
      }
      lines.append("# \(name): \(claims) of \(groups), \(Self.rate(claims, of: groups))")
    }
    return lines
  }

  private static let shapes: [(String, @Sendable (inout Electorate) -> Void)] = [
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

  private func verdicts(_ kind: Electorate, cell: Int) -> [HarmAssessment.Verdict] {
    (0..<repeats).flatMap { repetition in
      let specimen = Specimen(kind, seed: seed, number: cell * 1_000_000 + repetition)
      return (specimen.blocs + specimen.clones).map { group in
        let profile = BlocProfile(of: group, in: specimen.votes)
        return HarmAssessment(
          of: group, in: specimen.votes, planProbabilities: profile.planProbabilities,
          traits: [ProposalTrait("target", values: specimen.targets.map { "worker-\($0 + 1)" })]
        ).verdict
      }
    }
  }
}
