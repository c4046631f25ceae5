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
    summary: "Fail unless every guarantee holds against this many faulty voters.")
  private static let assume = Option.flag(
    "assume",
    summary: "With --faults, take for granted what guarantees assume and the scenario breaks.")
  private static let guarantees = Option.repeated(
    "guarantee", .choice(Guarantee.self),
    summary: "A guarantee to certify; without this, all of them.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
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

      Repairs are sets of safeguards that close gaps: guarantees that withstand fewer faulty \
      voters than advertised. No set is recommended that opens another gap; where every set \
      does, the trades are shown. For a scenario the exact rates without and with the repairs \
      of all gaps are printed, under its own faulty voters and in peace.

      With up to 10 voters of equal weight, or 7 of any weights, every choice of the adversary \
      is tried on the protocol itself. For larger electorates the numbers come from a closed \
      form. With JSON, each line is an object.
      """,
    operands: [CertifyInput.scenarios],
    options: [
      CertifyInput.voters, CertifyInput.weights, CertifyInput.config, CertifyInput.safeguards,
      CertifyInput.mode, timing, guarantees, faults, assume, format, attackFolder,
      ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed,
      ScenarioInput.trials,
    ],
    examples: [
      "quorumlab certify --voters 7": "Certify the default configuration with seven voters.",
      "quorumlab certify --weights 3,1,1 --safeguards '{\"tally\": \"decisive\"}'":
        "Certify three voters, one with weight 3.",
      "quorumlab certify s.json --faults 2": "Certify each cell of a scenario; for CI.",
      "quorumlab certify --voters 4 --attack-scenario attacks": "Write attacks to replay.",
    ],
    exitStatuses: [
      .success: "every guarantee holds against --faults, or --faults was not given",
      .checkFailed: "a guarantee does not hold against --faults",
      .inconclusive: "the guarantees hold against --faults, but the scenario breaks their premises",
      .badInput: "a scenario, the configuration or the safeguards are not valid",
      .noInput: "a file cannot be read",
      .cannotCreate:
        "the folder of --attack-scenario cannot be written to, or has other files of these names",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let cases = try CertifyInput.cases(arguments, timing: arguments[timing], in: console)
    let chosen = arguments[guarantees].isEmpty ? nil : arguments[guarantees]
    if arguments[assume] && arguments[faults] == nil { throw .usage("--assume needs --faults") }
    try refuse(chosen, meaninglessIn: cases)
    let folder = try arguments[attackFolder].map { path throws(CommandFailure) in
      try AttackFolder(
        path, named: cases.map(\.name), besides: arguments[CertifyInput.scenarios])
    }
    var outcomes: [Verdict.Outcome] = []
    for (number, subject) in cases.enumerated() {
      let study = subject.study(of: chosen)
      let report = CertificateReport(study, voterIDs: subject.voterIDs)
      switch arguments[format] {
      case .json:
        let members = subject.labels + report.json.members
        try console.write(JSONValue.object(JSONObject(members)).text() + "\n")
      case .table:
        if number > 0 { try console.write("\n") }
        try CertificateText(
          report, title: subject.title, faults: arguments[faults], isAssuming: arguments[assume],
          in: console
        ).write()
      }
      try folder?.write(
        study.analysis.certificate, as: report, named: subject.name, in: console)
      if let faults = arguments[faults] {
        outcomes.append(study.outcome(faults: faults, isAssuming: arguments[assume]))
      }
    }
    if outcomes.contains(.fail) { return .checkFailed }
    return outcomes.contains(.inconclusive) ? .inconclusive : .success
  }

  /// Refuses guarantees of which none means anything to some voters.
  private static func refuse(
    _ guarantees: [Guarantee]?, meaninglessIn cases: [CertifyInput.Subject]
  ) throws(CommandFailure) {
    guard let guarantees else { return }
    for subject in cases
    where Set(guarantees).isDisjoint(with: subject.question.counting.guarantees) {
      throw .usage(
        "\(subject.title.map { "\($0): " } ?? "")there is one ballot box, so --guarantee agreement "
          + "has no replicas to be about")
    }
  }
}

extension JSONValue {
  fileprivate var members: [(key: String, value: JSONValue)] {
    if case .object(let object) = self { object.members } else { [] }
  }
}
