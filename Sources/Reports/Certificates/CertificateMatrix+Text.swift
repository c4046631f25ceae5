import Experiments
import Guarantees
import Scenarios
import Text

extension CertificateMatrix {
  /// The matrix for people; its table has lines of limited width.
  ///
  /// - Parameter rowsMax: How many rows there is room for; of more, the worst are shown.
  public func sections(columns: Int, rowsMax: Int) -> [CertificateReport.Section] {
    let shown = worst(rowsMax)
    let keys = MatrixKeys(shown, of: survey.files)
    let table = keys.table(with: textColumns(of: shown), columns: columns)
    return [
      CertificateReport.Section(
        title: heading, body: .table([table.toned(columns: columns), omission(shown)].joined())),
      section(
        "The same in every row",
        constants(of: shown) + keys.constants + constantGuarantees(in: shown)),
      section("Broken premises, by the letters behind the numbers", marks(of: shown)),
      verdict,
      CertificateReport.Section(
        title: "How to read this", body: .paragraph(explanation(shown))),
    ].compactMap(\.self)
  }

  /// The number of rows.
  public var rowCount: Int { rows.count }

  private func section(
    _ title: String, _ entries: [(term: String, meaning: String)]
  ) -> CertificateReport.Section? {
    entries.isEmpty
      ? nil : CertificateReport.Section(title: title, body: .definitions(entries))
  }

  // MARK: Heading

  private var heading: String {
    let cells = survey.files.map(\.cells.count).reduce(0, +)
    let what =
      survey.files.count == 1
      ? survey.files[0].name : survey.files.count.counting("scenario")
    let certificates =
      readingCount == cells ? "" : ", \(readingCount.counting("different certificate"))"
    return "\(what): \(cells.counting("cell"))\(certificates)"
  }

  /// What is the same in all rows, besides axes.
  private func constants(of shown: [Row]) -> [(term: String, meaning: String)] {
    [("timing", survey.timing.rawValue)]
      + (survey.risk.map { [("risk", "at most \($0.gateWords)")] } ?? [])
      + facts.compactMap { fact in
        let texts = distinct(shown, fact.text)
        return texts.count == 1 ? (fact.title, texts[0]) : nil
      }
  }

  /// What a row says besides its guarantees, unless it is the same in all rows.
  private var facts: [(title: String, titles: [String], text: (Row) -> String)] {
    [
      ("voters", ["voters"], { $0.reading.voterCount.grouped }),
      ("advertised", ["adver-", "tised"], { $0.advertised.grouped }),
    ]
  }

  private func distinct(_ rows: [Row], _ text: (Row) -> String) -> [String] {
    rows.map(text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Columns

  private func textColumns(of shown: [Row]) -> [TextTable.Column] {
    let verdicts = faults.map { faults in
      TextTable.Column(
        titles: ["against", "\(faults)"], cells: shown.map { $0.outcome?.brief ?? "" },
        tones: shown.map { $0.outcome?.tone }, isNumeric: false)
    }
    let isVerdictOneOfSeveral = Set(shown.map(\.outcome)).count > 1 || shown.count == 1
    return [verdicts].compactMap { isVerdictOneOfSeveral ? $0 : nil }
      + facts.filter { distinct(shown, $0.text).count > 1 }.map { fact in
        TextTable.Column(titles: fact.titles, cells: shown.map(fact.text))
      }
      + guarantees.indices.filter { !isConstant($0, in: shown) }
      .map { column(ofGuarantee: $0, shown) }
  }

  /// The numbers of a guarantee, and letters for the premises that are broken.
  private func column(ofGuarantee index: Int, _ shown: [Row]) -> TextTable.Column {
    let letters = letters(in: shown)
    let kinds = ActionKind.allCases.indices.map { kind in
      (
        title: ActionKind.allCases[kind].brief,
        cells: shown.map { $0.reading.tolerated(ofGuarantee: index)[kind] }
      )
    }
    let areAlike = kinds.allSatisfy { $0.cells == kinds[0].cells }
    let numbers = (areAlike ? [("both", kinds[0].cells)] : kinds).map { title, cells in
      TextTable.Column(
        title: title, cells: cells.map { $0 ?? "-" },
        tones: zip(shown, cells).map { $0.tone($1, ofGuarantee: index) })
    }
    let marks = shown.map { row in
      row.reading.broken[index].compactMap { letters[$0] }.joined()
    }
    let hasMarks = marks.contains { !$0.isEmpty }
    return TextTable.Column(
      joining: numbers
        + (hasMarks ? [TextTable.Column(title: "", cells: marks, isNumeric: false)] : []),
      under: guarantees[index].titles, gap: " ")
  }

  /// Whether several rows say the same of a guarantee, and of another they do not.
  private func isConstant(_ index: Int, in shown: [Row]) -> Bool {
    func isSame(_ index: Int) -> Bool {
      shown.allSatisfy {
        $0.reading.tolerated(ofGuarantee: index) == shown[0].reading.tolerated(ofGuarantee: index)
          && $0.reading.broken[index] == shown[0].reading.broken[index]
      }
    }
    return isSame(index) && !guarantees.indices.allSatisfy(isSame)
  }

  /// The guarantees of which all rows say the same.
  private func constantGuarantees(in shown: [Row]) -> [(term: String, meaning: String)] {
    let letters = letters(in: shown)
    return guarantees.indices.filter { isConstant($0, in: shown) }.compactMap { index in
      let reading = shown[0].reading
      let numbers = reading.tolerated(ofGuarantee: index).compactMap(\.self)
      if numbers.isEmpty { return nil }
      let texts = zip(ActionKind.allCases, numbers).map { "\($1) for \($0.rawValue) actions" }
      let number =
        numbers.allSatisfy { $0 == numbers[0] } ? numbers[0] : texts.joined(separator: ", ")
      let marks = reading.broken[index].compactMap { letters[$0] }.joined()
      return (guarantees[index].words, [number, marks].joined(separator: " "))
    }
  }

  // MARK: Premises

  /// The letter of each premise that is broken in some row.
  private func letters(in shown: [Row]) -> [Premise: String] {
    let broken = Premise.allCases.filter { premise in
      shown.contains { $0.reading.broken.contains { $0.contains(premise) } }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(broken, "abcdefghijklmnopqrstuvwxyz".map(String.init)))
  }

  private func marks(of shown: [Row]) -> [(term: String, meaning: String)] {
    let letters = letters(in: shown)
    let readings = Set(shown.map(\.reading))
    let entries = zip(survey.entries, risks).filter { entry, risk in
      readings.contains(
        Self.reading(entry, certificates[entry.configuration], risk, guarantees: guarantees))
    }.map(\.0)
    return Premise.allCases.compactMap { premise in
      letters[premise].map { letter in
        let breaches = entries.flatMap { entry in
          entry.premises.flatMap(\.held).filter { $0.premise == premise }.compactMap(\.breach)
        }
        return (letter, "\(premise.words): \(PremiseBreach.words(breaches)).")
      }
    }
  }

  // MARK: Notes

  private var verdict: CertificateReport.Section? {
    guard let faults else { return nil }
    func count(_ outcome: Verdict.Outcome) -> Int {
      rows.filter { $0.outcome == outcome }.map(\.block.cellCount).reduce(0, +)
    }
    let granted = isAssuming ? ", if premises do" : ""
    let texts = [
      (count(.pass), "every guarantee holds\(granted)"),
      (
        count(.inconclusive),
        "every guarantee holds only if premises do that the scenario breaks (--assume grants them)"
      ),
      (count(.fail), "some guarantee does not hold"),
    ].filter { $0.0 > 0 }.map { "in \($0.0.counting("cell")) \($0.1)" }
    return CertificateReport.Section(
      title: CertificateReport.verdictTitle(faults: faults, at: survey.risk),
      body: .paragraph(texts.joined(separator: "; ")))
  }

  /// The line that says how many rows are left out.
  private func omission(_ shown: [Row]) -> TonedText {
    let count = rows.count - shown.count
    if count == 0 { return TonedText() }
    return TonedText(
      "  \(count.counting("row")) of \(rows.count.grouped) left out; the worst are first, and --all "
        + "shows all\n")
  }

  private func explanation(_ shown: [Row]) -> String {
    let different = Set(shown.flatMap(\.reading.tolerated).compactMap(\.self))
    var text =
      survey.risk == nil
      ? "Each number is the most faulty voters that a guarantee withstands, for normal and for "
        + "critical actions"
      : "Each number is the most faulty voters with which a guarantee breaks with at most the risk, "
        + "for normal and for critical actions, while the others err as the scenario says"
    if different.contains("-1") { text += "; -1: not even 0" }
    if different.contains("any") { text += "; any: even all of them" }
    if different.contains(where: { $0.hasPrefix("≥") }) { text += "; ≥: at least so many" }
    if shown.contains(where: { $0.reading.tolerated.contains(nil) }) {
      text += "; -: one ballot box, which has no replicas to agree"
    }
    return text + ". Cells that read alike share a row, which has the number of the first; --cell "
      + "shows one in full: attacks, repairs, prices and premises."
  }
}

extension CertificateMatrix.Row {
  fileprivate var advertised: Int { (reading.voterCount - 1) / 3 }

  /// Whether a number is good news: as many as advertised, on premises that hold.
  fileprivate func tone(_ number: String?, ofGuarantee index: Int) -> TonedText.Tone? {
    guard let number else { return nil }
    let digits = number.hasPrefix("≥") ? String(number.dropFirst()) : number
    let isEnough = Int(digits).map { $0 >= advertised } ?? true
    return isEnough ? (reading.broken[index].isEmpty ? .good : .doubtful) : .bad
  }
}

extension Verdict.Outcome {
  /// Whether guarantees hold, as short as can be.
  var brief: String {
    switch self {
    case .pass: "holds"
    case .fail: "fails"
    case .inconclusive, .undefined: "doubtful"
    }
  }
}
