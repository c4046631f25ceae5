import TestSupport
import Testing

@testable import CommandLineTool

struct HelpTextTests {
  @Test(arguments: [Program.quorumlab, .sample])
  func theProgramsHelpIsAsKept(program: Program) async throws {
    let help = await program.outcome(of: "--help").output
    Snapshot.expect(help, equals: "help-\(program.name).txt")
  }

  @Test(arguments: Program.quorumlab.commandNames)
  func eachCommandsHelpIsAsKept(command: String) async throws {
    let help = await Program.quorumlab.outcome(of: [command, "--help"]).output
    Snapshot.expect(help, equals: "help-quorumlab-\(command).txt")
  }

  @Test(arguments: ["run", "compare", "merge", "certify"])
  func helpWithAllKindsOfOptionsIsAsKept(command: String) async throws {
    let help = await Program.sample.outcome(of: [command, "--help"]).output
    Snapshot.expect(help, equals: "help-sample-\(command).txt")
  }

  @Test(arguments: [Program.quorumlab, .sample], [nil, 40, 57, 80, 200])
  func noLineIsWiderThanTheTerminalNorThan80Columns(
    program: Program, columns: Int?
  ) async {
    let world = RecordingDevice.World(
      environment: ["NO_COLOR": "1"], terminals: [.standardOutput], columns: columns)
    for command in [nil] + program.commandNames.map(Optional.some) {
      let words = [command, "--help"].compactMap(\.self)
      let lines = await program.outcome(of: words, in: world).output.split(separator: "\n")
      let examples = program.commands.flatMap { $0.specification.examples.map { "  \($0.key)" } }
      for line in lines where !examples.contains(String(line)) || columns ?? 80 >= 80 {
        #expect(line.count <= min(columns ?? 80, 80), "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func headingsAreMarkedOnATerminal() async {
    let world = RecordingDevice.World(terminals: [.standardOutput])
    let help = await Program.sample.outcome(of: "run --help", in: world).output
    #expect(help.contains("\u{1B}[1mUsage:\u{1B}[0m sample run [OPTIONS] SCENARIO...\n"))
    #expect(help.contains("\n\u{1B}[1mOptions:\u{1B}[0m\n"))
    let plain = await Program.sample.outcome(of: "run --help").output
    #expect(!plain.contains("\u{1B}"))
    #expect(help.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func helpForAnUnknownCommandSuggestsOne() async {
    let outcome = await Program.quorumlab.outcome(of: "help complettions")
    #expect(outcome.status == .usage)
    #expect(
      outcome.error == """
        quorumlab help: unknown topic 'complettions'; did you mean 'completions'?
        see `quorumlab help --help`

        """)
  }
}
