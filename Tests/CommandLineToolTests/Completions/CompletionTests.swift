import TestSupport
import Testing

@testable import CommandLineTool

struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func scriptsAreAsKept(shell: Shell) async throws {
    let outcome = await Program.sample.outcome(of: ["completions", shell.rawValue])
    #expect(outcome.status == .success && outcome.error.isEmpty)
    Snapshot.expect(outcome.output, equals: "completions-sample.\(shell.rawValue)")
  }

  @Test(arguments: Shell.allCases)
  func everyCommandAndOptionIsInEveryScript(shell: Shell) {
    for program in [Program.sample, .quorumlab] {
      let script = shell.completionScript(for: program)
      for command in program.commands.map({ $0.specification }) {
        #expect(script.contains(command.name))
        for option in command.options {
          #expect(script.contains(shell == .fish ? "-l \(option.name)" : option.flag))
        }
      }
    }
  }

  @Test func bashCompletesWordsFilesFoldersAndCommands() {
    let script = Shell.bash.completionScript(for: .sample)
    for line in [
      "'run --format') wanted='table csv json' ;;", "'run --junit') wanted='<files>' ;;",
      "'run --out') wanted='<directories>' ;;", "'run '*) wanted='<files>' ;;",
      "'compare 0') wanted='<directories>' ;;", "'compare 1') wanted='<directories>' ;;",
      "'help 0') wanted=\"$commands fields strategies safeguards metrics detectors "
        + "guarantees\" ;;",
      "'completions 0') wanted='bash zsh fish' ;;",
      "merge) options='--in --out --no-color --help' valued='--in --out' ;;",
    ] {
      #expect(script.contains(line), "\(line)")
    }
    #expect(!script.contains("'run --seed')"))
  }

  @Test func zshCompletesWordsFilesFoldersAndCommandsAndDescribesThem() {
    let script = Shell.zsh.completionScript(for: .sample)
    for line in [
      "'--format=[What goes to standard output.]:FORMAT:(table csv json)'",
      "'--junit=[Also write a JUnit report.]:FILE:_files'",
      "'--out=[Folder to write to.]:DIR:_files -/'",
      "'--seed=[Seed of every random draw.]:N: '", "'--force[Start over.]'",
      "'*--set=[Change a field of the scenario before anything else is done.]:PATH=VALUE: '",
      "'*:SCENARIO:_files'", "':BASE:_files -/'", "'::TOPIC:_sample_topics'",
      "'(-h --help)--help[Print this help.]'", "'merge:Join shards.'",
    ] {
      #expect(script.contains(line), "\(line)")
    }
  }

  @Test func fishCompletesWordsFilesFoldersAndCommandsAndDescribesThem() {
    let script = Shell.fish.completionScript(for: .sample)
    for line in [
      "run' -l format -x -a 'table csv json' -d 'What goes to standard output.'",
      "run' -l junit -r -F -d 'Also write a JUnit report.'",
      "run' -l out -x -a '(__fish_complete_directories)' -d 'Folder to write to.'",
      "run' -l seed -x -d 'Seed of every random draw.'", "run' -l force -d 'Start over.'",
      "run' -F", "compare' -a '(__fish_complete_directories)'",
      "help' -a 'run compare merge certify completions help fields strategies safeguards "
        + "metrics detectors guarantees'",
      "run' -s h -l help -d 'Print this help.'", "-a merge -d 'Join shards.'",
    ] {
      #expect(script.contains(line), "\(line)")
    }
  }

  @Test func descriptionsAreEscapedForTheirShell() {
    let zsh = Shell.zsh.completionScript(for: .sample)
    #expect(
      zsh.contains(
        #"'--scale=[Factor for all times\: "as is" is 1, \[slow\] isn'\''t, C\:\\ is no path.]:X: '"#
      ))
    let fish = Shell.fish.completionScript(for: .sample)
    #expect(
      fish.contains(
        #"-d 'Factor for all times: "as is" is 1, [slow] isn\'t, C:\\ is no path.'"#))
  }

  @Test func anUnknownShellIsRefusedWithASuggestion() async {
    let outcome = await Program.quorumlab.outcome(of: "completions bahs")
    #expect(outcome.status == .usage)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error == """
        quorumlab completions: SHELL expects bash, zsh or fish, not 'bahs'; did you mean 'bash'?
        see `quorumlab completions --help`

        """)
  }
}
