import Detection

extension Study {
  /// How long each method takes, in milliseconds: the best of three runs on one core.
  func speed() -> [String] {
    var lines = ["voters,proposals,method,milliseconds"]
    for (voters, proposals) in [(31, 200), (100, 1_000), (200, 1_000)] {
      var kind = Electorate(voters: voters, proposals: proposals, accuracy: 0.85)
      kind.blocs = [(voters - 1) / 3]
      kind.camouflage = 0.5
      let votes = Specimen(kind, seed: seed, number: 1).votes
      for method in Detector.Method.allCases {
        let clock = ContinuousClock()
        let best =
          (0..<3).map { _ in
            clock.measure { _ = Detector(method).findings(in: votes) }
          }.min() ?? .zero
        lines.append(
          "\(voters),\(proposals),\(method.rawValue),\(Self.number(best / .milliseconds(1)))")
      }
    }
    return lines
  }
}
