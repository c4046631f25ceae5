import Guarantees
import Text

extension CertificateReport {
  /// The largest number of voters that are named.
  private static let namesMax = 20

  /// The voting power over some actions.
  func sections(on power: VotingPower, columns: Int) -> [Section] {
    [
      Section(
        title: "Who can force or block \(power.actions.rawValue) actions",
        body: .definitions(coalitions(power))),
      power.shares.map { shares in
        Section(
          title: "Power over \(power.actions.rawValue) actions",
          body: .table(TonedText(table(shares, columns: columns))))
      },
    ].compactMap(\.self)
  }

  // MARK: Coalitions

  /// Voters who need no others come first.
  private func coalitions(_ power: VotingPower) -> [(term: String, meaning: String)] {
    let alone = [
      (term: "decides alone", meaning: names(power.deciders)),
      (term: "blocks alone", meaning: names(power.blockers)),
    ]
    return alone.filter { !$0.meaning.isEmpty } + [
      (term: "smallest that forces", meaning: words(power.forcing)),
      (term: "smallest that blocks", meaning: words(power.blocking)),
    ]
  }

  private func words(_ coalition: VotingPower.Coalition?) -> String {
    guard let coalition else { return "not even all of them" }
    if coalition.members.isEmpty { return "no voters are needed" }
    let others = (coalition.count ?? 1) - 1
    return names(coalition.members)
      + (others == 0 ? "" : ", or \(others) other\(others == 1 ? "" : "s") of the same size")
  }

  private func names(_ voters: [Int]) -> String {
    let rest = voters.count - Self.namesMax
    return voters.prefix(Self.namesMax).map { voterIDs[$0] }.joined(separator: ", ")
      + (rest > 0 ? " and \(rest.grouped) more" : "")
  }

  // MARK: Voters

  private func table(_ shares: [VotingPower.Share], columns: Int) -> String {
    let shown = shares.prefix(Self.namesMax)
    let table = TextTable(
      keys: [
        TextTable.Column(
          title: "voter", cells: shown.map { voterIDs[$0.voter] }, isNumeric: false)
      ],
      columns: [
        TextTable.Column(title: "weight", cells: shown.map(\.weight.brief)),
        TextTable.Column(title: "Banzhaf", cells: shown.map(\.banzhafIndex.brief)),
        TextTable.Column(title: "Shapley-Shubik", cells: shown.map(\.shapleyShubik.brief)),
      ])
    let rest = shares.count - shown.count
    return table.text(columns: columns) + (rest > 0 ? "  and \(rest.grouped) more\n" : "")
  }
}
