import Testing

@testable import CommandLineTool

struct ProgramRunTests {
  @Test func noArgumentsGiveTheHelpAsAnError() async {
    let help = await Program.sample.outcome(of: "--help")
    for line in ["", "--no-color"] {
      let outcome = await Program.sample.outcome(of: line)
      #expect(outcome == Outcome(status: .usage, output: "", error: help.output))
    }
  }

  @Test func theVersionIsPrinted() async {
    let outcome = await Program.sample.outcome(of: "--version")
    #expect(outcome == Outcome(status: .success, output: "sample 9.8.7\n", error: ""))
    for line in ["run --version", "-V", "run -V", "--no-color -V"] {
      #expect(await Program.sample.outcome(of: line) == outcome, "\(line)")
    }
    let version = await Program.quorumlab.outcome(of: "version")
    #expect(version == (await Program.quorumlab.outcome(of: "--version")))
    #expect(version.output.hasPrefix("quorumlab ") && version.status == .success)
    #expect(await Program.quorumlab.outcome(of: "version x").status == .usage)
  }

  @Test func helpIsGivenWhereverItIsAskedFor() async {
    let program = await Program.sample.outcome(of: "help")
    #expect(program.output.hasPrefix("Shows every kind of option"))
    for line in ["--help", "-h", "--no-color -h", "--zzz --help", "--help zzz"] {
      #expect(await Program.sample.outcome(of: line) == program)
    }
    let run = await Program.sample.outcome(of: "help run")
    #expect(run.output.hasPrefix("Simulate, print a table"))
    for line in ["run --help", "run -h", "run --sed 3 --help", "--help run", "run --out -h"] {
      #expect(await Program.sample.outcome(of: line) == run)
    }
    #expect(run.status == .success && run.error.isEmpty)
  }

  @Test func helpAfterTwoDashesIsAnOperand() async {
    let world = RecordingDevice.World(files: ["--help": "12345", "-h": ""])
    let outcome = await Program.sample.outcome(of: "run -- --help -h", in: world)
    #expect(outcome == Outcome(status: .success, output: "--help: 5\n-h: 0\n", error: ""))
  }

  @Test(arguments: [
    ("rnu a", "unknown command 'rnu'; did you mean 'run'?"),
    (
      "zzzzz",
      "unknown command 'zzzzz'; the commands are run, compare, merge, certify, completions and help"
    ),
    ("rnu --help", "unknown command 'rnu'; did you mean 'run'?"),
    ("--seed=7 run", "option '--seed' must come after its command, as in 'sample run --seed'"),
    ("--hlep", "unknown option '--hlep'; did you mean '--help'?"),
    ("-q", "unknown option '-q'; 'sample' takes --version, --no-color and --help"),
    ("-- run", "unknown option '--'; 'sample' takes --version, --no-color and --help"),
  ])
  func aLineWithoutACommandIsWrongUsage(line: String, problem: String) async {
    #expect(
      await Program.sample.outcome(of: line)
        == Outcome(
          status: .usage, output: "", error: "sample: \(problem)\nsee `sample --help`\n"))
  }

  @Test func problemsOfACommandNameItAndWhereToReadOn() async {
    let outcome = await Program.sample.outcome(of: "run --sed --foce")
    #expect(outcome.status == .usage)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error == """
        sample run: unknown option '--sed'; did you mean '--seed'?
        sample run: unknown option '--foce'; did you mean '--force'?
        see `sample run --help`

        """)
  }

  @Test func usageProblemsThatACommandFindsAreToldTheSameWay() async {
    let outcome = await Program.sample.outcome(of: "certify a b")
    #expect(outcome.status == .usage)
    #expect(
      outcome.error
        == "sample certify: how many voters? give --voters N\nsee `sample certify --help`\n")
  }

  @Test func otherFailuresAreToldWithoutPointingToHelp() async {
    let outcome = await Program.sample.outcome(of: "merge --in a --out b")
    #expect(outcome.status == .incomplete)
    #expect(
      outcome.error == "sample merge: shard 1 is missing\nsample merge: shard 2 is missing\n")
  }

  @Test func inputIsReadFromFilesAndStandardInput() async {
    let world = RecordingDevice.World(files: ["a": "12"], standardInput: "1234")
    let outcome = await Program.sample.outcome(of: "run a - b", in: world)
    #expect(outcome.status == .noInput)
    #expect(outcome.output == "a: 2\nstandard input: 4\n")
    #expect(outcome.error == "sample run: 'b' is missing\n")
  }

  @Test func theStatusIsTheCommands() async {
    let outcome = await Program.sample.outcome(of: "compare a b")
    #expect(outcome == Outcome(status: .checkFailed, output: "a b\n", error: ""))
  }

  @Test func failingOutputEndsTheProgram() async {
    let full = CommandFailure(.outputFailed, "cannot write to standard output: disk full")
    let message = "sample run: cannot write to standard output: disk full\n"
    for world in [
      RecordingDevice.World(files: ["a": ""], writeFailure: full, flushFailure: full),
      RecordingDevice.World(files: ["a": ""], flushFailure: full),
    ] {
      let outcome = await Program.sample.outcome(of: "run a", in: world)
      #expect(outcome.status == .outputFailed)
      #expect(outcome.error == message)
    }
  }

  /// Whatever the command would have said, its reader does not want to know.
  @Test func withoutAReaderTheProgramEndsAsOthersDoWithoutAWord() async {
    for line in ["run a", "compare a b"] {
      for world in [
        RecordingDevice.World(files: ["a": ""], flushFailure: .unread),
        RecordingDevice.World(files: ["a": ""], writeFailure: .unread, flushFailure: .unread),
      ] {
        let outcome = await Program.sample.outcome(of: line, in: world)
        #expect(outcome == Outcome(status: .unread, output: outcome.output, error: ""))
      }
    }
  }

  @Test func outputThatIsLostLeavesTheVerdict() async {
    let full = CommandFailure(.outputFailed, "disk full")
    let outcome = await Program.sample.outcome(
      of: "compare a b", in: .init(flushFailure: full))
    #expect(outcome.status == .checkFailed && outcome.error.contains("disk full"))
  }

  @Test func errorsAreMarkedOnATerminalThatAllowsIt() async {
    let terminal = RecordingDevice.World(terminals: [.standardError])
    let marked = await Program.sample.outcome(of: "rnu", in: terminal)
    #expect(marked.error.hasPrefix("\u{1B}[1;31msample:\u{1B}[0m unknown command"))
    for line in ["rnu --no-color", "--no-color rnu"] {
      let plain = await Program.sample.outcome(of: line, in: terminal)
      #expect(plain.error.hasPrefix("sample: unknown command"))
    }
    let operand = await Program.sample.outcome(of: "rnu -- --no-color", in: terminal)
    #expect(operand.error == marked.error)
  }
}
