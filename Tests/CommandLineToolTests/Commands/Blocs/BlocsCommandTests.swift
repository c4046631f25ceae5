import Consensus
import Detection
import Scenarios
import TestSupport
import Testing

@testable import CommandLineTool

struct BlocsCommandTests {
  /// Six voters, of whom the last two vote by one coin, against four who err now and then.
  private static let csv: String = {
    let proposals = 60
    let names = (1...proposals).map { "p\($0)" }
    var rows = [["voter", "label"] + names]
    for voter in 0..<6 {
      let votes = (0..<proposals).map { proposal in
        let isWarranted = proposal * 7 % 5 < 2
        let isPlanned = proposal * 11 % 13 < 6
        let errs = (proposal * 31 + voter * 17) % 10 == 0
        return (voter >= 4 ? isPlanned : isWarranted != errs) ? "approve" : "reject"
      }
      rows.append(["mon-\(voter + 1)", voter >= 4 ? "ring" : "honest"] + votes)
    }
    return rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }()

  private func run(_ line: String, _ files: [String: String] = ["v.csv": csv]) async -> Outcome {
    await Program.quorumlab.outcome(of: "blocs " + line, in: .init(files: files))
  }

  @Test func printsATableForPeople() async {
    let outcome = await run("v.csv")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("v.csv: 6 voters, 60 proposals, group_likelihood\n"))
    #expect(outcome.output.contains("bloc 1: mon-5, mon-6\n"))
    #expect(outcome.output.contains("lockstep"))
    #expect(outcome.output.contains("adjusted Rand index against the labels: 1\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func printsOneObjectALine() async {
    let outcome = await run("v.csv v.csv --format json")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        #"{"file":"v.csv","voters":6,"proposals":60,"detector":"group_likelihood","#
          + #""blocs":[{"members":["mon-5","mon-6"],"score":"#))
    #expect(lines[0].contains(#""kind":"lockstep","plan_gain":"#))
    #expect(lines[0].contains(#","harm":{"verdict":"harmful","#))
    #expect(lines[0].hasSuffix(#""adjusted_rand_index":1.0}"#))
  }

  @Test(arguments: ["agreement_cliques", "kappa", "shared_errors", "copying", "outcome_reputation"])
  func everyMethodCanBeAsked(method: String) async {
    let outcome = await run("v.csv --detector \(method) --format json")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains(#""detector":"\#(method)""#))
  }

  /// A method from outside the library is offered, named in messages and found as the others are.
  @Test func methodsFromOutsideAreKnownEverywhere() async {
    let method = Detector.Method(
      name: "first_two", summary: "Reports the first two voters.", parameter: .threshold,
      standardValue: 0.5, parameterNote: "Nothing depends on it."
    ) { votes, _ in
      Findings(
        blocs: [Bloc(members: [0, 1], score: 1)],
        pairScores: PairTable(voterCount: votes.voterCount))
    }
    let program = Program.quorumlab.knowing(.standard.adding(detectors: [method]))
    let world = RecordingDevice.World(files: ["v.csv": Self.csv])
    let found = await program.outcome(of: "blocs v.csv --detector first_two", in: world)
    #expect(found.status == .success && found.output.contains("bloc 1: mon-1, mon-2\n"))
    let misspelt = await program.outcome(of: "blocs v.csv --detector first_too", in: world)
    #expect(misspelt.status == .usage)
    #expect(misspelt.error.contains("or first_two, not 'first_too'; did you mean 'first_two'?"))
    for line in ["blocs --help", "completions bash", "completions zsh", "completions fish"] {
      let offered = await program.outcome(of: line)
      #expect(offered.output.contains("first_two"), "\(line)")
    }
  }

  @Test func readsTraces() async {
    var lines = [#"{"op":"create","at":0,"voters":["a","b","c","d","e"]}"#]
    for number in 1...9 {
      lines.append(
        #"{"op":"propose","at":0,"proposer":"a","action":"quarantine","target":"w-\#(number % 2)"}"#
      )
      for (index, voter) in ["a", "b", "c", "d", "e"].enumerated() {
        let value = (number + index / 2) % 2 == 0 ? "approve" : "reject"
        lines.append(
          #"{"op":"vote","at":1,"proposal":"prop-000\#(number)","voter":"\#(voter)","value":"\#(value)"}"#
        )
      }
    }
    let outcome = await run(
      "t.jsonl --detector agreement_cliques --format json",
      ["t.jsonl": lines.joined(separator: "\n")])
    #expect(outcome.status == .success)
    #expect(
      outcome.output.hasPrefix(
        #"{"file":"t.jsonl","voters":5,"proposals":9,"detector":"agreement_cliques","#
          + #""blocs":[{"members":["a","b","e"]"#))
    #expect(outcome.output.contains(#""aim":{"trait":"#))
    #expect(!outcome.output.contains("adjusted_rand_index"))
  }

  /// Thirty pairs who disagree with each other and agree with all others: 2^30 cliques, such as an
  /// attacker may arrange.
  @Test func anExplosionOfCliquesEndsInAPlainMessage() async {
    let common = Array(repeating: "approve", count: 8)
    var rows = [["voter"] + (1...38).map { "p\($0)" }]
    for voter in 0..<60 {
      var own = Array(repeating: "", count: 30)
      own[voter / 2] = voter % 2 == 0 ? "approve" : "reject"
      rows.append(["mon-\(voter + 1)"] + own + common)
    }
    let csv = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let outcome = await run("v.csv --detector agreement_cliques", ["v.csv": csv])
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        v.csv: 60 voters, 38 proposals, agreement_cliques
          the voters form more than 10000 overlapping blocs, or the search takes more \
        than 200000 steps; use a higher threshold

        """)
  }

  @Test func tellsProblemsOfAllFilesWithTheirPlaces() async {
    let outcome = await run(
      "a b c d e f",
      [
        "a": "voter,p1,p2\nx,aprove,reject\ny,approve\nx,,abstain\n",
        "b": "name,p1\n", "c": "", "d": "voter,p,p\n", "e": "voter,p\nx,\"approve\n", "f": "{",
      ])
    #expect(outcome.status == .badInput)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error == """
        a:2:3: x.p1: 'aprove' is not a valid vote (did you mean 'approve'?); use approve, reject, \
        abstain or an empty field
        a:3:1: y: the row has 2 fields; it must have 3, as the header has
        a:4:1: x: there is already a row for this voter; each voter has one row
        b:1:1: $: the header must be voter,[label,]proposal…, but it begins with 'name'
        c:1:1: $: the header must be voter,[label,]proposal…, but the file is empty
        d:1:9: p: there is already a proposal with this name; names must differ
        e:2:3: $: the closing quote is missing
        f:1:2: $: a key in double quotes is expected

        """)
  }

  @Test func fieldsMayBeQuoted() async {
    let text =
      "\u{FEFF}voter,\"p, one\",p2\r\n\"mon \"\"1\"\"\",approve,\r\nmon-2,\"reject\",abstain"
    let outcome = await run("q.csv --detector kappa --format json", ["q.csv": text])
    #expect(outcome.status == .success)
    #expect(outcome.output.contains(#""voters":2,"proposals":2"#))
  }

  @Test func anUnknownDetectorIsWrongUsage() async {
    let outcome = await run("v.csv --detector group_liklihood")
    #expect(outcome.status == .usage)
    #expect(outcome.error.contains("group_likelihood"))
  }
}
