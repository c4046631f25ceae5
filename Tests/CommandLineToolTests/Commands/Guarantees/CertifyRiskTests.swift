import JSON
import TestSupport
import Testing

@testable import CommandLineTool

/// Certificates for voters who err: how many faulty ones are withstood at a risk.
struct CertifyRiskTests {
  private func run(_ words: [String], _ files: [String: String] = [:]) async -> Outcome {
    await Program.quorumlab.outcome(of: ["certify"] + words, in: .init(files: files))
  }

  private static let seven = ["--voters", "7", "--accuracy", "0.95"]

  /// Two of seven scenarios: voters of two accuracies, with a liar.
  private static let scenario = """
    {"name": "seven", "voters": [
       {"name": "good", "role": "honest", "count": 4, "accuracy": 0.99},
       {"name": "poor", "role": "honest", "count": 2, "accuracy": 0.9},
       {"name": "liar", "role": "byzantine", "count": 1, "strategy": "oppose", "accuracy": 0.9}],
     "safeguards": {"rule": "certificate", "tally": "decisive"}}
    """

  // MARK: Tables and words

  @Test func peopleSeeTablesAndSentences() async {
    let outcome = await run(
      Self.seven + [
        "--risk", "0.1,1e-3,1e-6", "--frontier", "--correlation", "0.3", "--abstain", "0.01",
        "--safeguards", #"{"rule": "certificate", "tally": "decisive"}"#,
      ])
    #expect(outcome.status == .success)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    Snapshot.expect(outcome.output, equals: "certify-risk.txt")
  }

  /// With two wrong approvals beside two right rejections the quorum of four approves: at least two
  /// of seven err in 1 - 0.95⁷ - 7 · 0.05 · 0.95⁶ of cases.
  @Test func theProbabilityIsThatOfTwoErrors() async throws {
    let outcome = await run(
      Self.seven + ["--risk", "0.05,0.04", "--guarantee", "no_false_approval", "--format", "json"])
    let answer = try Self.answers(outcome.output)[0]
    var right = 1.0
    for _ in 0..<6 { right *= 0.95 }
    let two = 1 - right * 0.95 - 7 * 0.05 * right
    guard case .array(let risks)? = answer["at_risk"], risks.count == 2 else { throw Unexpected() }
    let (one, other) = (try Self.numbers(risks[0]), try Self.numbers(risks[1]))
    #expect(one["risk"] == 0.05 && one["tolerated"] == 0)
    #expect(one["worst"].map { ($0 - two).magnitude < 1e-14 } == true)
    #expect(one["worst_beyond"].map { $0 > 0.05 } == true)
    #expect(other["risk"] == 0.04 && other["tolerated"] == -1)
    #expect(other["worst"] == nil && other["worst_beyond"] == one["worst"])
    #expect(risks[1].text().contains(#""tolerated_is":"exact","worst":null"#))
  }

  /// Every number of faulty voters, up to where all is lost.
  @Test func theFrontierHasEveryNumberOfFaultyVoters() async throws {
    let outcome = await run(
      Self.seven + ["--frontier", "--guarantee", "no_false_approval", "--format", "json"])
    guard case .object(let report) = try JSONDocument(parsing: outcome.output).root.value,
      case .array(let points)? = report["frontier"]
    else { throw Unexpected() }
    #expect(points.count == 4)
    for (faults, point) in points.enumerated() {
      #expect(try Self.numbers(point)["faults"] == Double(faults))
    }
    #expect(points[3].text().contains(#""actions":"critical","worst":1"#))
    #expect(!points[2].text().contains(#""actions":"critical","worst":1"#))
  }

  // MARK: Verdicts

  /// The smallest risk decides.
  @Test(arguments: [
    ("0.1", "1", CommandLineTool.ExitStatus.success), ("0.1,0.001", "1", .checkFailed),
    ("0.5", "2", .success),
    ("0.1", "7", .checkFailed),
  ])
  func theSmallestRiskDecides(risks: String, faults: String, status: CommandLineTool.ExitStatus)
    async
  {
    let words = ["s.json", "--faults", faults, "--risk", risks]
    let outcome = await run(words, ["s.json": Self.scenario])
    #expect(outcome.status == status)
    #expect(outcome.output.contains("faulty voter") && outcome.output.contains(" at a risk of "))
  }

  /// A premise that has nothing to do with how voters err is still held against the scenario.
  @Test func otherPremisesStay() async {
    let late = Self.scenario.replacing(
      #""accuracy": 0.99"#, with: #""accuracy": 0.99, "latency": {"exponential": {"mean": 4}}"#)
    let words = ["s.json", "--faults", "1", "--risk", "0.2"]
    #expect(await run(words, ["s.json": late]).status == .inconclusive)
    #expect(await run(words + ["--assume"], ["s.json": late]).status == .success)
    let outcome = await run(words, ["s.json": late])
    let json = await run(words + ["--format", "json"], ["s.json": late]).output
    #expect(!json.contains("honest_right") && !json.contains("honest_vote"))
    #expect(json.contains("votes_arrive_by_deadline"))
    #expect(outcome.output.contains("breaks: decision (votes arrive"))
  }

  /// What a check says of a guarantee at a risk.
  @Test func aRiskIsNamed() async throws {
    let text = """
      {"name": "risky", "voters": [{"name": "h", "role": "honest", "count": 7, "accuracy": 0.95}],
       "expect": [{"guarantee": "no_false_approval", "faults": 0, "risk": 0.001}]}
      """
    func outcome(_ line: String) async -> Outcome {
      await Program.quorumlab.outcome(of: line, in: .init(files: ["r.json": text]))
    }
    let table = await outcome("check r.json")
    #expect(table.status == .checkFailed)
    #expect(table.output.contains("no false approval, 0 faulty, risk ≤ 0.001"))
    #expect(table.output.contains("0.0444"))
    let json = await outcome("check r.json --format json")
    #expect(json.output.contains(#""faults":0,"risk":0.001"#))
    let folder = TemporaryFolder()
    _ = await Program.quorumlab.outcome(
      of: ["check", "r.json", "--junit", folder.place("j.xml")],
      in: .init(files: ["r.json": text]))
    let junit = String(decoding: try folder.read("j.xml"), as: UTF8.self)
    #expect(junit.contains("no false approval against 0 faulty voters at a risk of 0.001"))
  }

  /// A byzantine voter who is not among the faulty errs like an honest one of its accuracy.
  @Test func liarsErrWhileTheyAreNotFaulty() async throws {
    func risks(_ role: String) async throws -> [String] {
      let text = """
        {"name": "five", "voters": [
           {"name": "h", "role": "honest", "count": 4, "accuracy": 0.9},
           {"name": "x", \(role), "count": 1, "accuracy": 0.6}]}
        """
      let outcome = await run(["s.json", "--risk", "0.5", "--format", "json"], ["s.json": text])
      return try Self.answers(outcome.output).map { $0["at_risk"]?.text() ?? "" }
    }
    let honest = try await risks(#""role": "honest""#)
    #expect(try await risks(#""role": "byzantine", "strategy": "oppose""#) == honest)
    #expect(try await risks(#""role": "colluding", "plan": "lockstep""#) == honest)
    #expect(honest[0].contains(#""tolerated":0"#) || honest[0].contains(#""tolerated":1"#))
  }

  // MARK: Bounds

  /// Of so many different weights, the worst is a bound: at least so many are tolerated.
  @Test func whatIsTooMuchIsABound() async throws {
    let weights = (0..<40).map { "1.\(10 + $0)" }.joined(separator: ",")
    let words = [
      "--weights", weights, "--accuracy", "0.95", "--guarantee", "no_false_approval",
    ]
    let outcome = await run(words + ["--risk", "0.1", "--faults", "1"])
    #expect(outcome.output.contains("≥"))
    #expect(outcome.output.contains("at least") || outcome.output.contains("At least"))
    let json = await run(words + ["--risk", "0.1", "--format", "json"])
    #expect(json.output.contains(#""tolerated_is":"lower_bound""#))
    #expect(json.output.contains(#""worst_is":"bound""#))
    let doubtful = await run(words + ["--risk", "1e-9", "--faults", "1"])
    #expect(doubtful.status == .inconclusive)
    let text = doubtful.output.split { " \n".contains($0) }.joined(separator: " ")
    #expect(text.contains("the worst attack is only bounded: no false approval, normal"))
  }

  /// Weights without a common unit have no bound either.
  @Test func whatIsNotKnownIsSaid() async throws {
    let weights = (1...40).map { "\(Double($0).squareRoot())" }.joined(separator: ",")
    let words = [
      "--weights", weights, "--accuracy", "0.95", "--guarantee", "no_false_approval", "--risk",
      "0.5",
    ]
    #expect(await run(words).output.contains("unknown"))
    let json = await run(words + ["--format", "json"])
    let answer = try #require(try Self.answers(json.output).first)
    #expect(
      answer["at_risk"]?.text() == """
        [{"risk":0.5,"tolerated":-1,"tolerated_is":"lower_bound","worst":null,"worst_is":null,\
        "worst_beyond":null,"worst_beyond_is":null}]
        """)
  }

  /// Of a crowd the frontier has the numbers at which something changes.
  @Test func theFrontierOfACrowdIsShort() async {
    let words = ["--voters", "40", "--accuracy", "0.95", "--risk", "0.1", "--frontier"]
    let outcome = await run(words + ["--format", "csv"])
    #expect(outcome.status == .success)
    let table = await run(words)
    let lines = table.output.split(separator: "\n").drop { !$0.contains("How often") }
    let numbers = lines.compactMap { Int($0.split(separator: " ").first ?? "") }
    #expect(numbers.contains(0) && numbers.contains(13) && Set(numbers).count < 13)
  }

  @Test(arguments: [
    (["0.01", "1e-4"], "if at most one wrong approval in 10,000 is tolerated"),
    (["0.003"], "if at most 0.3 % wrong approvals are tolerated"),
    (["0"], "if at most no wrong approval is tolerated"),
  ])
  func risksAreSaidInWords(risks: [String], words: String) async {
    let outcome = await run([
      "--voters", "7", "--accuracy", "1", "--risk", risks.joined(separator: ","), "--guarantee",
      "no_false_approval",
    ])
    let text = outcome.output.split { " \n".contains($0) }.joined(separator: " ")
    #expect(text.contains(words))
  }

  // MARK: Several cells

  /// Cells that differ only in how voters err share a certificate, but not a row.
  @Test func howVotersErrTellsCellsApart() async {
    let words = ["s.json", "--sweep", "voters.good.accuracy=0.99,0.7", "--risk", "0.1"]
    let outcome = await run(words + ["--faults", "1"], ["s.json": Self.scenario])
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.hasPrefix("seven: 2 cells\n"))
    #expect(outcome.output.contains("at most one in 10"))
    #expect(outcome.output.contains("in 1 cell every guarantee holds; in 1 cell some guarantee"))
    let csv = await run(words + ["--format", "csv"], ["s.json": Self.scenario])
    let lines = csv.output.split(separator: "\n")
    #expect(lines.count == 1 + 2 * 6)
    #expect(
      lines[0].hasSuffix(
        ",risk,tolerated_at_risk,tolerated_at_risk_is,worst,worst_is,"
          + "worst_beyond,worst_beyond_is"))
    #expect(lines[1].contains(",0.1,") && lines[1] != lines[7])
    // Without a risk they are one.
    let plain = await run(Array(words.dropLast(2)), ["s.json": Self.scenario])
    #expect(plain.output.contains("2 cells, 1 different certificate\n"))
  }

  /// A row for each risk has the verdict at that risk.
  @Test func rowsHaveTheVerdictAtTheirRisk() async {
    let csv = await run(
      ["s.json", "--risk", "0.9,1e-9", "--faults", "0", "--format", "csv"],
      ["s.json": Self.scenario])
    let rows = csv.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 12)
    for row in rows {
      #expect(row.contains(",0.9,") ? row.contains(",pass,0.9,") : row.contains(",fail,1e-09,"))
    }
  }

  // MARK: Mistakes

  @Test(arguments: [
    (["--voters", "7", "--risk", "0.1"], "it is not said how voters err"),
    (["s.json", "--accuracy", "0.9"], "a scenario says how its voters err"),
    (["--voters", "7", "--accuracy", "1.2"], "a number from 0 to 1"),
    (["--voters", "7", "--accuracy", "0.9", "--risk", "0.1,2"], "expects probabilities"),
    (["--voters", "7", "--accuracy", "0.9", "--risk", ""], "expects probabilities"),
  ])
  func mistakesAreSaid(words: [String], message: String) async {
    let outcome = await run(words, ["s.json": Self.scenario])
    #expect(outcome.status == .usage && outcome.error.contains(message))
  }

  // MARK: JSON

  private struct Unexpected: Error {}

  private static func answers(_ output: String) throws -> [JSONObject] {
    guard case .object(let report) = try JSONDocument(parsing: output).root.value,
      case .array(let answers)? = report["guarantees"]
    else { throw Unexpected() }
    return answers.compactMap { if case .object(let answer) = $0 { answer } else { nil } }
  }

  /// The members of an object that are numbers.
  private static func numbers(_ value: JSONValue) throws -> [String: Double] {
    guard case .object(let object) = value else { throw Unexpected() }
    var numbers: [String: Double] = [:]
    for (key, value) in object.members {
      if case .number(let number) = value { numbers[key] = number.doubleValue }
    }
    return numbers
  }
}
