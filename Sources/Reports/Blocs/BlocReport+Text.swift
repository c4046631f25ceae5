import Detection
import Text
import Votes

extension BlocReport {
  /// The report as a table for people, with the members of each bloc below it.
  public func text(columns width: Int) -> TonedText {
    let counts = "\(table.voters.count) voters, \(table.proposals.count) proposals"
    var text = TonedText("\(file.shown): \(counts), \(analysis.detector.method.name)\n")
    let entries = analysis.entries
    if let notice { text += "  \(notice)\n" }
    if entries.isEmpty && notice == nil { text += "  no blocs\n" }
    let judged = entries.filter { $0.judgement != nil }
    if !judged.isEmpty {
      text += "\n"
      text += table(of: judged).toned(columns: width)
    }
    for (index, entry) in judged.enumerated() {
      let names = names(entry.bloc).map(\.shortened)
      let words = names.indices.map { $0 < names.count - 1 ? names[$0] + "," : names[$0] }
      text += "\n"
      text += TextLayout(columns: width).lines(
        of: ["bloc", "\(index + 1):"] + words, indent: 2, continuationIndent: 4)
      if let sentence = entry.judgement?.harm.aimSentence { text += "    \(sentence)\n" }
    }
    if entries.count > judged.count { text += "\n  and \(entries.count - judged.count) more\n" }
    if let index = analysis.adjustedRandIndex {
      text += "\n  adjusted Rand index against the labels: \(index.value.brief)\n"
    }
    return text
  }

  private func table(of entries: [BlocAnalysis.Entry]) -> TextTable {
    func column(
      _ title: String, isNumeric: Bool = true, _ cell: (BlocAnalysis.Entry) -> String?
    ) -> TextTable.Column {
      TextTable.Column(title: title, cells: entries.map { cell($0) ?? "" }, isNumeric: isNumeric)
    }
    return TextTable(
      keys: [
        TextTable.Column(title: "bloc", cells: entries.indices.map { String($0 + 1) })
      ],
      columns: [
        column("size") { String($0.bloc.members.count) },
        column("score") { $0.bloc.score.brief },
        column("rate") { $0.judgement?.profile.rate.brief },
        column("fidelity") { $0.judgement?.profile.fidelity.brief },
        column("kind", isNumeric: false) { $0.judgement?.profile.kind.rawValue },
        TextTable.Column(
          title: "harm", cells: entries.map { $0.judgement?.harm.verdict.rawValue ?? "" },
          tones: entries.map { $0.judgement?.harm.verdict.tone }, isNumeric: false),
        column("decisions turned") { $0.judgement.map { String($0.harm.decisionsTurned) } },
      ])
  }
}

extension HarmAssessment.Verdict {
  /// What the verdict means to its reader.
  fileprivate var tone: TonedText.Tone {
    switch self {
    case .harmful: .bad
    case .harmless, .unplanned: .good
    case .unproven: .doubtful
    }
  }
}

extension HarmAssessment {
  /// The aim of the plan, if a test shows one.
  fileprivate var aimSentence: String? {
    guard let aim, aim.pValue <= Self.level else { return nil }
    return "most active where the \(aim.trait) is \(aim.value.shortened) (p = \(aim.pValue.brief))"
  }
}
