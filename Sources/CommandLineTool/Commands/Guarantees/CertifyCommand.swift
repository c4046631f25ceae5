import CSV
import Experiments
import Forms
import Guarantees
import JSON
import Reports
import Scenarios

/// `quorumlab certify`: how many faulty voters a configuration withstands, and which attacks break
/// it.
enum CertifyCommand: Command {
  static let timing = Option.value(
    "timing", .choice(Timing.self), default: "asynchronous",
    summary: "Whether the adversary decides which honest votes arrive before the tally.")
  private static let faults = Option.optional(
    "faults", .integer(in: 0...ScenarioLimits.votersMax),
    summary:
      "Fail unless all guarantees hold against this many faulty voters, at the smallest --risk."
  )
  private static let assume = Option.flag(
    "assume",
    summary: "With --faults, take for granted what guarantees assume and the scenario breaks.")
  private static let guarantees = Option.repeated(
    "guarantee", .choice(Guarantee.self),
    summary: "A guarantee to certify; without this, all of them.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Rows.self), default: "table",
    summary: "The format of the output.")
  private static let attackFolder = Option.optional(
    "attack-scenario", .directory,
    summary: "Write each attack to this folder, as a scenario for run and trace.")

  static let specification = CommandSpecification(
    name: "certify",
    summary:
      "Show how many faulty voters a configuration withstands, and which attacks break it.",
    discussion: """
      There are four guarantees: no unwarranted proposal is approved; no warranted proposal is \
      rejected; every proposal is decided; no two honest replicas decide differently, one \
      approved and one rejected. For each guarantee the output shows the largest number of \
      faulty voters that it withstands, next to the advertised floor((n-1)/3).

      Agreement is about replicas, so a scenario with one ballot box (mode 'central') is not \
      asked for it. Without a scenario and without --mode, agreement is told as for replicas and \
      the other guarantees as for one ballot box, and repairs look after all of them; --mode or \
      --guarantee asks only for what matters to you.

      The adversary chooses the faulty voters. With asynchronous timing it also chooses which \
      honest votes have arrived when they are counted. With synchronous timing every honest vote \
      arrives by the deadline, at every replica, unless anyone may call the tally of the one \
      ballot box at any moment (safeguards.tally 'anytime'). Each guarantee has premises, such \
      as that honest voters are right; they are printed ('quorumlab help guarantees' explains \
      them) and held against the scenario. If it breaks one, --faults ends inconclusive, unless \
      --assume is given.

      With --risk honest voters err as the scenario says, or --accuracy, --abstain and \
      --correlation; a byzantine or colluding voter who is not among the faulty errs as often as \
      its accuracy says, an absent one never. For each risk the output shows the most faulty \
      voters with which even the worst adversary, who sees all honest votes, breaks the guarantee \
      with at most that probability: per unwarranted proposal for no false approval, per \
      warranted one for no false rejection, the worse of both for the decision. --faults then \
      gates on the smallest risk. --frontier shows the probability for each number of faulty \
      voters. Which voters are faulty is the worst choice.

      Repairs are sets of safeguards that close gaps: guarantees that withstand fewer faulty \
      voters than advertised. No set is recommended that opens another gap; where every set \
      does, the trades are shown. For a scenario the exact rates without and with the repairs \
      of all gaps are printed, under its own faulty voters and in peace.

      With up to 10 voters of equal weight, or 7 of any weights, every choice of the adversary \
      is tried on the protocol itself. For larger electorates the numbers come from a closed \
      form.

      Several cells become one matrix: cells that read alike share a row, and of more rows than \
      fill 60 lines only the worst are shown (--all shows all). --cell shows a cell in full. \
      --format csv has a row for each guarantee and kind of actions of each distinct \
      configuration, --format json an object in a line: cells with the same voters, rules and \
      premises are told once, with their numbers under 'cells'; what else the line says is that \
      of the first, also its prices.
      """,
    operands: [CertifyInput.scenarios],
    options: [
      CertifyInput.voters, CertifyInput.weights, CertifyInput.config, CertifyInput.safeguards,
      CertifyInput.mode, CertifyInput.accuracy, CertifyInput.abstain, CertifyInput.correlation,
      CertifyInput.risks, CertifyInput.frontier, timing, guarantees, faults, assume,
      CertifyInput.cell, format,
      TableOptions.width, TableOptions.all, attackFolder, ScenarioInput.set,
      ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
    ],
    examples: [
      "quorumlab certify --voters 7": "Certify the default configuration with seven voters.",
      "quorumlab certify --weights 3,1,1 --safeguards '{\"tally\": \"decisive\"}'":
        "Certify three voters, one with weight 3.",
      "quorumlab certify --voters 7 --accuracy 0.95 --risk 1e-3,1e-6":
        "Certify voters who are right 95 times in 100.",
      "quorumlab certify s.json --faults 2 --risk 1e-4":
        "Fail if an attack breaks a guarantee more often than that.",
      "quorumlab certify s.json --faults 2": "Certify each cell of a scenario; for CI.",
      "quorumlab certify s.json --sweep config.quorum_fraction=0.5,0.6,2/3":
        "Compare some configurations.",
      "quorumlab certify s.json --cell 3": "Show the attacks and repairs of one cell.",
      "quorumlab certify --voters 4 --attack-scenario attacks": "Write attacks to replay.",
    ],
    exitStatuses: [
      .success: "every guarantee holds against --faults, or --faults was not given",
      .checkFailed: "a guarantee does not hold against --faults",
      .inconclusive:
        "the guarantees hold against --faults, but the scenario breaks their premises; or the worst "
        + "attack is only bounded",
      .badInput: "a scenario, the configuration or the safeguards are not valid",
      .noInput: "a file cannot be read",
      .cannotCreate:
        "the folder of --attack-scenario cannot be written to, or has other files of these names",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let subject = try CertifyInput.subject(arguments, timing: arguments[timing], in: console)
    if arguments[assume] && arguments[faults] == nil { throw .usage("--assume needs --faults") }
    switch subject {
    case .voters(let question): return try certify(question, arguments, in: console)
    case .scenarios(let files): return try certify(files, arguments, in: console)
    }
  }

  private static func chosen(_ arguments: ParsedArguments) -> [Guarantee]? {
    arguments[guarantees].isEmpty ? nil : arguments[guarantees]
  }

  private static func status(_ outcomes: [Verdict.Outcome]) -> ExitStatus {
    switch outcomes.together {
    case .pass: .success
    case .fail: .checkFailed
    case .inconclusive, .undefined: .inconclusive
    }
  }

  // MARK: Voters

  private static func certify(
    _ question: GuaranteeQuestion, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> ExitStatus {
    try refuse(chosen(arguments), meaninglessFor: question.counting)
    let risk = try CertifyInput.risk(arguments)
    let folder = try folder(for: ["attack"], arguments)
    let study = CertificateStudy(question, of: chosen(arguments), at: risk)
    let report = CertificateReport(
      study, voterIDs: (1...question.voterCount).map { "voter-\($0)" })
    switch arguments[format] {
    case .json: try console.write(report.json.text() + "\n")
    case .csv:
      let table = report.table(faults: arguments[faults], isAssuming: arguments[assume])
      try console.write(String(decoding: table.csv, as: UTF8.self))
    case .table:
      try CertificateText(TableOptions.view(arguments, in: console), in: console).write(
        report, title: nil, faults: arguments[faults], isAssuming: arguments[assume])
    }
    try folder?.write(study.analysis.certificate, named: "attack", in: console)
    return status(
      arguments[faults].map { [study.outcome(faults: $0, isAssuming: arguments[assume])] } ?? [])
  }

  // MARK: Scenarios

  private static func certify(
    _ files: [ScenarioFile], _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> ExitStatus {
    for file in files {
      for cell in file.cells {
        try refuse(
          chosen(arguments), meaninglessFor: VoteCounting(cell.scenario.mode),
          title: title(cell, of: file))
      }
    }
    let survey = CertificateSurvey(
      files, cell: arguments[CertifyInput.cell], timing: arguments[timing], of: chosen(arguments),
      at: try CertifyInput.risk(arguments))
    // Cells of a scenario with the same rules and voters have the same attacks.
    var attacked: [(entry: CertificateSurvey.Entry, name: String)] = []
    var seen = Set<[Int]>()
    for entry in survey.entries where seen.insert([entry.file, entry.configuration]).inserted {
      attacked.append((entry, "\(files[entry.file].name.prefix(20))-\(entry.cells[0].number)"))
    }
    let folder = try folder(for: attacked.map(\.name), arguments)
    let found: Findings
    switch arguments[format] {
    case .json:
      found = try writeEach(survey, arguments) { entry, report, _ throws(CommandFailure) in
        try console.write(
          report.json(of: entry.cells, named: files[entry.file].name).text() + "\n")
      }
    case .csv:
      let matrix = matrix(of: survey, arguments)
      try console.write(String(decoding: matrix.table.csv, as: UTF8.self))
      found = (matrix.certificates, matrix.outcomes)
    case .table:
      let text = CertificateText(TableOptions.view(arguments, in: console), in: console)
      if survey.entries.map(\.cells.count).reduce(0, +) == 1
        || arguments[CertifyInput.cell] != nil
      {
        found = try writeEach(survey, arguments) { entry, report, isFirst throws(CommandFailure) in
          if !isFirst { try console.write("\n") }
          try text.write(
            report, title: title(entry.cells[0], of: files[entry.file]),
            faults: arguments[faults], isAssuming: arguments[assume])
        }
      } else {
        let matrix = matrix(of: survey, arguments)
        try text.write(matrix)
        found = (matrix.certificates, matrix.outcomes)
      }
    }
    for (entry, name) in attacked {
      try folder?.write(found.certificates[entry.configuration], named: name, in: console)
    }
    return status(found.outcomes)
  }

  /// The certificate of each configuration, and whether it holds in each entry against the faulty
  /// voters, if a number is given.
  private typealias Findings = (certificates: [Certificate], outcomes: [Verdict.Outcome])

  /// Writes the report on each entry.
  private static func writeEach(
    _ survey: CertificateSurvey, _ arguments: ParsedArguments,
    _ write: (CertificateSurvey.Entry, CertificateReport, _ isFirst: Bool) throws(CommandFailure) ->
      Void
  ) throws(CommandFailure) -> Findings {
    // Configurations are numbered in the order in which entries first have them.
    var analyses: [CertificateAnalysis] = []
    var outcomes: [Verdict.Outcome] = []
    for (number, entry) in survey.entries.enumerated() {
      if entry.configuration == analyses.count {
        analyses.append(survey.analysis(of: entry.configuration))
      }
      let scenario = entry.cells[0].scenario
      let study = CertificateStudy(
        scenario, knowing: analyses[entry.configuration], at: survey.risk)
      try write(entry, CertificateReport(study, voterIDs: scenario.voterIDs), number == 0)
      if let faults = arguments[faults] {
        outcomes.append(study.outcome(faults: faults, isAssuming: arguments[assume]))
      }
    }
    return (analyses.map(\.certificate), outcomes)
  }

  private static func matrix(
    of survey: CertificateSurvey, _ arguments: ParsedArguments
  ) -> CertificateMatrix {
    CertificateMatrix(
      survey, survey.certificates, faults: arguments[faults], isAssuming: arguments[assume])
  }

  private static func title(_ cell: ScenarioCell, of file: ScenarioFile) -> String {
    let choices = cell.axes.map { "\($0.axis)=\($0.value.text())" }.joined(separator: " ")
    return "\(file.name), cell \(cell.number)\(choices.isEmpty ? "" : ": \(choices)")"
  }

  // MARK: Problems

  private static func folder(
    for names: [String], _ arguments: ParsedArguments
  ) throws(CommandFailure) -> AttackFolder? {
    try arguments[attackFolder].map { path throws(CommandFailure) in
      try AttackFolder(path, ofCertificates: names, besides: arguments[CertifyInput.scenarios])
    }
  }

  /// Refuses guarantees of which none means anything where votes are counted in some way.
  private static func refuse(
    _ guarantees: [Guarantee]?, meaninglessFor counting: VoteCounting, title: String? = nil
  ) throws(CommandFailure) {
    guard let guarantees, Set(guarantees).isDisjoint(with: counting.guarantees) else { return }
    throw .usage(
      "\(title.map { "\($0): " } ?? "")there is one ballot box, so --guarantee agreement "
        + "has no replicas to be about")
  }
}

extension CertificateSurvey {
  /// The certificate of each configuration.
  fileprivate var certificates: [Certificate] {
    (0..<configurationCount).map { certificate(of: $0) }
  }
}
