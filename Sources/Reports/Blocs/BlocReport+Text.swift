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
      text += "\n  bloc \(index + 1): " + wrapped(names(entry.bloc).map(\.shortened), width: width)
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

  /// Names with commas between them, in lines of limited width.
  private func wrapped(_ names: [String], width: Int) -> String {
    var lines = ""
    var line = ""
    var widthLeft = width - 10
    for (index, name) in names.enumerated() {
      let word = index < names.count - 1 ? name + "," : name
      if !line.isEmpty && line.count + 1 + word.count > widthLeft {
        lines += line + "\n    "
        (line, widthLeft) = ("", width - 4)
      }
      line += line.isEmpty ? word : " " + word
    }
    return lines + line + "\n"
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
