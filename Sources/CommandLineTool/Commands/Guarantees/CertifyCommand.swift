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

      Honest voters are assumed to be right and never to abstain. The adversary chooses the \
      faulty voters. With asynchronous timing it also chooses which honest votes have arrived \
      when they are counted. With synchronous timing all have arrived, unless anyone may call \
      the tally at any moment (safeguards.tally 'anytime').

      With up to 10 voters of equal weight, or 7 of any weights, every choice of the adversary \
      is tried on the protocol itself. For larger electorates the numbers come from a closed \
      form. With JSON, each line is an object.
      """,
    operands: [CertifyInput.scenarios],
    options: [
      CertifyInput.voters, CertifyInput.weights, CertifyInput.config, CertifyInput.safeguards,
      timing, faults, format, attackFolder, ScenarioInput.set, ScenarioInput.seed,
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
      .badInput: "a scenario, the configuration or the safeguards are not valid",
      .noInput: "a file cannot be read",
      .cannotCreate:
        "the folder of --attack-scenario cannot be written to, or has other files of these names",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let cases = try CertifyInput.cases(arguments, timing: arguments[timing], in: console)
    let folder = try arguments[attackFolder].map { path throws(CommandFailure) in
      try AttackFolder(
        path, named: cases.map(\.name), besides: arguments[CertifyInput.scenarios])
    }
    var isFailed = false
    for (number, subject) in cases.enumerated() {
      let analysis = CertificateAnalysis(subject.question)
      let report = CertificateReport(analysis, voterIDs: subject.voterIDs)
      switch arguments[format] {
      case .json:
        let members = subject.labels + report.json.members
        try console.write(JSONValue.object(JSONObject(members)).text() + "\n")
      case .table:
        if number > 0 { try console.write("\n") }
        try CertificateText(report, title: subject.title, faults: arguments[faults], in: console)
          .write()
      }
      try folder?.write(
        analysis.certificate, as: report, named: subject.name, in: console)
      if let faults = arguments[faults], !analysis.certificate.withstands(faults: faults) {
        isFailed = true
      }
    }
    return isFailed ? .checkFailed : .success
  }
}

extension JSONValue {
  fileprivate var members: [(key: String, value: JSONValue)] {
    if case .object(let object) = self { object.members } else { [] }
  }
}
