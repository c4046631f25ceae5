import CSV
import Files
import JSON
import Scenarios
import TestSupport
import Testing

@testable import CommandLineTool

struct TuneCommandTests {
  private static let scenario = """
    {"name": "four", "trials": 50,
     "voters": [
       {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9, "abstain": 0.05,
        "latency": {"exponential": {"mean": 0.5}}}],
     "workload": {"proposals": 5}, "tune": {"faults": 1}}
    """

  private static let adversaries = """
    [{"name": "liar", "role": "byzantine", "strategy": "oppose"},
     {"name": "rush", "role": "byzantine", "strategy": "rush"}]
    """

  private let folder = TemporaryFolder()

  /// Runs a command line with a folder of its own as the place of results.
  private func run(_ options: String, _ files: [String: String] = [:]) async -> Outcome {
    await Program.quorumlab.outcome(
      of: "tune s.json --out \(folder.place("out")) \(options)",
      in: .init(
        files: ["s.json": Self.scenario, "who.json": Self.adversaries].merging(files) { $1 }))
  }

  private func bytes(_ name: String, in result: String = "out") throws -> [UInt8] {
    try FileSystem.readStored("\(folder.place(result))/\(name)") ?? []
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  private static let small =
    "--adversaries who.json --search quorum_fraction=all --search tally=all"

  @Test func theTableSaysWhatToDo() async {
    let outcome = await run(Self.small)
    #expect(outcome.status == .success)
    #expect(
      outcome.output.hasPrefix("four: 4 voters, 1 seat, 2 adversaries, 8 configurations\n\n"))
    #expect(outcome.output.contains("recommended"))
    #expect(outcome.output.contains("\nSet tally to decisive and quorum_fraction to 0.1.\n"))
    #expect(outcome.output.contains("tally anytime -> decisive: at worst "))
    #expect(outcome.output.contains("worst-adversary.json --first "))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("/") })
    #expect(outcome.output.split(separator: "\n").count <= 60)
    #expect(outcome.error == "wrote folder '\(folder.place("out"))'\n")
  }

  @Test func theFilesAreThoseOfTheContract() async throws {
    #expect(await run(Self.small).status == .success)
    let tune = try #require(try DataTable(csv: bytes("tune.csv")))
    var header = [
      "configuration", "quorum_fraction", "quorum_fraction_from", "quorum_fraction_to", "tally",
      "same_as",
    ]
    for metric in [
      "false_approval_rate", "false_rejection_rate", "quorum_failure_rate", "latency_mean",
      "expected_harm",
    ] {
      header += ["", "_low", "_high", "_status", "_adversary"].map { metric + $0 }
    }
    header += ["peace_expected_harm", "feasible", "front"]
    #expect(tune.header == header)
    #expect(tune.rows.count == 8)
    let pairs = try #require(try DataTable(csv: bytes("pairs.csv")))
    #expect(
      pairs.header
        == ["configuration", "adversary", "metric", "value", "low", "high", "status", "trials"])
    #expect(Set(pairs.column("adversary") ?? []) == ["liar", "rush", "peace"])
    let members = try JSONDocument(parsing: text("recommendation.json")).root.value
    guard case .object(let recommendation) = members else {
      Issue.record("the recommendation is an object")
      return
    }
    for key in [
      "configuration", "config", "safeguards", "python", "reasons", "path", "worst_adversary",
    ] {
      #expect(recommendation[key] != nil, "\(key)")
    }
    guard case .string(let python)? = recommendation["python"] else {
      Issue.record("python is a line")
      return
    }
    #expect(
      python
        == "ConsensusConfig(quorum_fraction=0.1, majority_threshold=0.5, "
        + "supermajority_threshold=0.6666666666666666, default_expiry_seconds=0, "
        + "allow_vote_change=False, max_active_proposals=10)")
    #expect(recommendation["python_lacks"] == ["tally=decisive"])
  }

  /// The members of the ranges over which the advice holds.
  private func stability() throws -> JSONObject {
    let root = try JSONDocument(parsing: text("recommendation.json")).root.value
    guard case .object(let recommendation) = root,
      case .object(let stability)? = recommendation["stability"]
    else {
      Issue.record("the stability is an object")
      return JSONObject([])
    }
    return stability
  }

  @Test func theAdviceSaysHowFarItHolds() async throws {
    let outcome = await run(Self.small)
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("Nothing else does less harm at worst while, one at a time, accuracy is"))
    #expect(!words.contains("not known"))
    let stability = try stability()
    let members = [
      "accuracy": ["from", "better_below", "to", "better_above", "present"],
      "correlation": ["from", "better_below", "to", "better_above", "present"],
      "faults": ["from", "better_below", "to", "better_above", "known_below", "known_above"],
      "cost_ratio": ["from", "better_below", "to", "better_above"],
    ]
    for key in ["accuracy", "correlation", "faults", "cost_ratio"] {
      guard case .object(let range)? = stability[key] else {
        Issue.record("\(key) is known")
        continue
      }
      #expect(range.members.map(\.key) == members[key], "\(key)")
    }
    guard case .object(let accuracy)? = stability["accuracy"] else { return }
    #expect(accuracy["present"] == 0.9)
  }

  /// Who can do what is worst aims at one thing at a time.
  @Test func theAdviceSaysWhatIsNotKnown() async throws {
    let outcome = await run("--adversaries worst --search ties=all")
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("while, one at a time, seats are "))
    #expect(words.contains("It is not known how far accuracy, correlation and costs may move."))
    let stability = try stability()
    #expect(stability["accuracy"] == JSONValue.null)
    #expect(stability["cost_ratio"] == JSONValue.null)
    #expect(stability["faults"] != JSONValue.null)
  }

  @Test func theWorstAdversaryCanBeTraced() async throws {
    #expect(await run(Self.small).status == .success)
    let scenario = try text("worst-adversary.json")
    let outcome = await Program.quorumlab.outcome(
      of: "trace w.json --first false_approval", in: .init(files: ["w.json": scenario]))
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("approved"))
  }

  @Test func threadsAndPlacesChangeNoByte() async throws {
    let outcome = await run(Self.small + " --threads 1")
    let names = ["tune.csv", "pairs.csv", "recommendation.json", "manifest.json"]
    let first = try names.map { try bytes($0) }
    let other = await Program.quorumlab.outcome(
      of: "tune s.json --out \(folder.place("other")) \(Self.small) --threads 3 --format csv",
      in: .init(files: ["s.json": Self.scenario, "who.json": Self.adversaries]))
    #expect(outcome.status == other.status)
    #expect(Array(other.output.utf8) == first[0])
    #expect(try names.map { try bytes($0, in: "other") } == first)
  }

  @Test func aCompleteFolderIsLeftAsItIs() async throws {
    let first = await run(Self.small)
    let again = await run(Self.small)
    #expect(again.status == .success)
    #expect(again.output == first.output)
    #expect(again.error.contains("is already complete; use --force to start over"))
    let other = await run("--adversaries worst --search ties=all")
    #expect(other.status == .cannotCreate)
    #expect(other.error.contains("it has another result (tune.search"))
    #expect(await run("--adversaries worst --search ties=all --force").status == .success)
  }

  @Test func nothingKeepsAnImpossibleLimit() async throws {
    let outcome = await run(Self.small + " --constraint expected_harm<=0")
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.contains("No configuration keeps all limits"))
    #expect(try text("recommendation.json").contains(#""status": "none""#))
  }

  /// `--quiet` prints problems alone, and it is one if nothing is recommended.
  @Test func quietlyOnlyProblemsAreTold() async throws {
    let bad = await run(Self.small + " --constraint expected_harm<=0 --quiet")
    #expect(bad.status == .checkFailed && bad.error.isEmpty)
    #expect(
      bad.output
        == "four: No configuration keeps all limits; the least broken ones are in tune.csv.\n")
    let good = await run(Self.small + " --quiet --force")
    #expect(good.status == .success && good.error.isEmpty && good.output.isEmpty)
  }

  @Test func whatIsNotKnownIsUndecided() async throws {
    let flood = #"[{"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]"#
    let outcome = await run(
      "--adversaries f.json --search ties=all --max-trials 0", ["f.json": flood])
    #expect(outcome.status == .inconclusive)
    #expect(outcome.output.contains("It is not decided what is best"))
    #expect(try text("tune.csv").contains(",undecided\n"))
  }

  @Test func aSweepIsTunedCellByCell() async throws {
    let outcome = await run(
      "--adversaries who.json --search quorum_fraction=all --search tally=all "
        + "--sweep tune.faults=1,2")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("four, tune.faults = 2: 4 voters, 2 seats"))
    #expect(outcome.output.contains("The recommendation by cells:\n  from tune.faults = 1: "))
    let tune = try #require(try DataTable(csv: bytes("tune.csv")))
    #expect(tune.header.prefix(3) == ["cell", "tune.faults", "configuration"])
    #expect(tune.rows.count == 16)
    #expect(try !text("worst-adversary-2.json").isEmpty)
  }

  @Test func allPairsAreWrittenOnRequest() async throws {
    #expect(await run(Self.small + " --all-pairs").status == .success)
    let pairs = try #require(try DataTable(csv: bytes("pairs.csv")))
    #expect(pairs.rows.count == 8 * 3 * 5)
  }

  // MARK: Sensitivity

  /// What the recommendation says of it, by one key after the other; nil if a key is missing.
  private func told(_ keys: String...) throws -> JSONValue? {
    try keys.reduce(JSONDocument(parsing: text("recommendation.json")).root.value) { value, key in
      if case .object(let members)? = value { members[key] } else { nil }
    }
  }

  private static let sensitive = small + " --sensitivity"

  @Test func howMuchEachFieldMattersIsToldOnRequest() async throws {
    let outcome = await run(Self.sensitive)
    #expect(outcome.status == .success)
    #expect(
      outcome.output.contains(
        "How much each field matters to expected_harm at worst, if all values are equally"))
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let table = lines.drop { !$0.hasPrefix("  field ") }
    #expect(
      table.first?.split(separator: " ") == ["field", "alone", "total", "Shapley", "effect"])
    #expect(table.count == 3)
    #expect(lines.allSatisfy { $0.count <= 80 || $0.contains("/") })
    #expect(lines.count <= 60)
    let shares = try #require(try DataTable(csv: bytes("sensitivity.csv")))
    #expect(shares.header == ["metric", "field", "alone", "total", "shapley"])
    #expect(shares.rows.count == 6 * 2)
    #expect(Set(shares.column("field") ?? []) == ["quorum_fraction", "tally"])
    #expect(shares.rows.last?.first == "peace_expected_harm")
    #expect(try told("sensitivity", "expected_harm", "reason") == .null)
    #expect(try told("sensitivity", "expected_harm", "fields", "tally", "shapley") != nil)
    guard case .number(let mean)? = try told("sensitivity", "expected_harm", "mean") else {
      Issue.record("the mean is a number")
      return
    }
    #expect((0...1).contains(mean.doubleValue))
  }

  @Test func withoutBeingAskedNothingIsSaidOfIt() async throws {
    let outcome = await run(Self.small)
    #expect(!outcome.output.contains("matters to"))
    #expect(try !FileSystem.exists(folder.place("out/sensitivity.csv")))
    #expect(try told("sensitivity") == .null)
    // What lacks the file is not complete once it is asked for, and nobody leaves an old one.
    #expect(await run(Self.sensitive).status == .cannotCreate)
    #expect(await run(Self.sensitive + " --force").status == .success)
    #expect(try FileSystem.exists(folder.place("out/sensitivity.csv")))
    #expect(await run(Self.small + " --force").status == .success)
    #expect(try !FileSystem.exists(folder.place("out/sensitivity.csv")))
  }

  @Test func aFolderWithoutTheSharesIsNotComplete() async throws {
    #expect(await run(Self.sensitive).status == .success)
    let shares = try bytes("sensitivity.csv")
    #expect(await run(Self.sensitive).error.contains("is already complete"))
    try FileSystem.remove(folder.place("out/sensitivity.csv"))
    #expect(
      await run(Self.sensitive).error.contains("its sensitivity.csv does not match its manifest"))
    #expect(await run(Self.sensitive + " --force").status == .success)
    #expect(try bytes("sensitivity.csv") == shares)
    // Without the manifest its first line says whose it is.
    try FileSystem.remove(folder.place("out/manifest.json"))
    #expect(await run(Self.small + " --force").status == .success)
  }

  @Test func threadsChangeNoShare() async throws {
    _ = await run(Self.sensitive + " --threads 1")
    _ = await Program.quorumlab.outcome(
      of: "tune s.json --out \(folder.place("other")) \(Self.sensitive) --threads 3",
      in: .init(files: ["s.json": Self.scenario, "who.json": Self.adversaries]))
    #expect(try bytes("sensitivity.csv") == bytes("sensitivity.csv", in: "other"))
  }

  @Test func aSweepHasSharesOfEachCell() async throws {
    let outcome = await run(Self.sensitive + " --sweep tune.faults=1,2")
    #expect(outcome.status == .success)
    let shares = try #require(try DataTable(csv: bytes("sensitivity.csv")))
    #expect(
      shares.header == ["cell", "tune.faults", "metric", "field", "alone", "total", "shapley"])
    #expect(shares.rows.count == 2 * 6 * 2)
    #expect(shares.rows.last?.prefix(2) == ["2", "2"])
  }

  @Test func whatCannotBeSaidHasAReason() async throws {
    let flood = #"[{"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]"#
    let outcome = await run(
      "--adversaries f.json --search ties=all --max-trials 0 --sensitivity", ["f.json": flood])
    let reason = "it is not exactly known for 2 configurations"
    #expect(
      outcome.output.contains(
        "How much each field matters to expected_harm at worst cannot be said: it is not\n"
          + "  exactly known for 2 configurations.\n"))
    #expect(try told("sensitivity", "expected_harm", "reason") == .string(reason))
    #expect(try told("sensitivity", "expected_harm", "fields") == .null)
    #expect(try told("sensitivity", "expected_harm", "mean") == .null)
    #expect(try text("sensitivity.csv").contains("\nexpected_harm,ties,,,\n"))
  }

  @Test(arguments: [
    ("--search quorum_fractoin=all", "unknown key (did you mean 'quorum_fraction'?)"),
    (#"--search quorum_fraction={"from":2,"to":3}"#, "no value of this range is allowed"),
    ("--search max_active_proposals=all", "there is no end of values"),
    ("--constraint disagreement_rate<=0.1", "is only measured in mode 'replicated'"),
    ("--objective participation_mean", "has no better or worse"),
    ("--objective auc", "cannot be judged over all adversaries"),
    ("--faults 5", "5 seats are more than the 4 honest voters"),
    ("--set tune={}", "there are no seats"),
    ("--seats m=5", "5 seats are more than the 4 voters"),
  ])
  func whatIsAskedInVainIsRefused(options: String, problem: String) async throws {
    let outcome = await run(options)
    #expect(outcome.status == .badInput)
    #expect(outcome.error.contains(problem), "\(outcome.error)")
    #expect(outcome.error.contains("s.json:"))
    #expect(outcome.output.isEmpty)
    #expect(try !FileSystem.exists(folder.place("out")))
  }

  @Test func adversariesOfAFileAreCheckedInTheirPlaces() async {
    let bad = #"[{"name": "liar", "role": "byzantine", "strategy": "oppse"}]"#
    let outcome = await run("--adversaries bad.json", ["bad.json": bad])
    #expect(outcome.status == .badInput)
    #expect(outcome.error.contains("bad.json:1:52: $[0].strategy: unknown value 'oppse'"))
    let missing = await run("--adversaries worts")
    #expect(missing.status == .noInput)
    #expect(missing.error.contains("--adversaries takes standard, causal or worst, or a file"))
  }

  @Test(arguments: ["--constraint expected_harm", "--constraint <=1", "--search ties", "--seats m"])
  func whatIsNoAssignmentIsWrongUsage(options: String) async {
    #expect(await run(options).status == .usage)
  }
}
