import Forms
import Guarantees
import JSON
import Reports
import Scenarios

/// `quorumlab certify`: how many faulty voters a configuration survives, with the attacks that
/// break it.
enum CertifyCommand: Command {
  static let timing = Option.value(
    "timing", .choice(Timing.self), default: "asynchronous",
    summary: "Whether the adversary decides which honest votes are there when they are counted.")
  private static let faults = Option.optional(
    "faults", .integer(in: 0...ScenarioLimits.votersMax),
    summary: "Fail unless every guarantee holds against so many faulty voters.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "What goes to standard output.")
  private static let attackFolder = Option.optional(
    "attack-scenario", .directory,
    summary: "Write each attack as a scenario that run and trace replay, into a folder.")

  static let specification = CommandSpecification(
    name: "certify",
    summary:
      "Tell how many faulty voters a configuration survives, with the attacks that break it.",
    discussion: """
      For each guarantee, the most faulty voters that no attack can use, beside the advertised \
      floor((n-1)/3): no unwarranted proposal is approved, no warranted one is rejected, every one \
      is decided, no two honest replicas end approved and rejected.

      Honest voters are right and never abstain; the adversary picks the faulty voters. If \
      asynchronous, it also decides which honest votes have arrived when they are counted. If \
      synchronous, all have, unless anyone may call the tally at any moment (safeguards.tally \
      'anytime').

      Up to 10 equal voters, or 7 of any weights, every choice of the adversary is tried on the \
      protocol itself; beyond that, the numbers come from a closed form. With JSON, each line is \
      an object.
      """,
    operands: [CertifyInput.scenarios],
    options: [
      CertifyInput.voters, CertifyInput.weights, CertifyInput.config, CertifyInput.safeguards,
      timing, faults, format, attackFolder, ScenarioInput.set, ScenarioInput.seed,
      ScenarioInput.trials,
    ],
    examples: [
      "quorumlab certify --voters 7": "The default configuration with seven voters.",
      "quorumlab certify --weights 3,1,1 --safeguards '{\"tally\": \"decisive\"}'":
        "Three voters, one of whom weighs as much as three.",
      "quorumlab certify s.json --faults 2": "Each cell of a scenario; for CI.",
      "quorumlab certify --voters 4 --attack-scenario attacks": "Attacks to be replayed.",
    ],
    exitStatuses: [
      .success: "every guarantee holds against --faults, or that was not asked",
      .checkFailed: "a guarantee does not hold against --faults",
      .badInput: "something is wrong with a scenario, the configuration or the safeguards",
      .noInput: "a file cannot be read",
      .cannotCreate: "the folder of --attack-scenario cannot be written to",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let cases = try CertifyInput.cases(arguments, timing: arguments[timing], in: console)
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
      if let folder = arguments[attackFolder] {
        try AttackFolder(folder).write(
          analysis.certificate, as: report, named: subject.name, in: console)
      }
      if let faults = arguments[faults], !analysis.certificate.withstands(faults: faults) {
        isFailed = true
      }
    }
    return isFailed ? .checkFailed : .success
  }
}

extension JSONValue {
  /// The members of an object.
  fileprivate var members: [(key: String, value: JSONValue)] {
    if case .object(let object) = self { object.members } else { [] }
  }
}
