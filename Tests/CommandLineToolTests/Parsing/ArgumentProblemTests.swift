import Testing

@testable import CommandLineTool

struct ArgumentProblemTests {
  @Test(arguments: [
    (
      "run a --sed 7",
      "unknown option '--sed'; did you mean '--seed'?"
    ),
    (
      "merge --in a --out b --zzzzzz",
      "unknown option '--zzzzzz'; 'sample merge' takes --in, --out, --no-color and --help"
    ),
    (
      "compare a b --seed=1",
      "option '--seed' belongs to 'sample run', not to 'sample compare'"
    ),
    (
      "compare a b --out c",
      "option '--out' belongs to 'sample run' and 'sample merge', not to 'sample compare'"
    ),
    (
      "run a -f",
      "unknown option '-f'; 'sample run' takes --seed, --threads, --share, --scale, --format, "
        + "--set, --shard, --out, --junit, --note, --force, --no-color and --help"
    ),
    (
      "run a --force=yes",
      "option '--force' takes no value, but has 'yes'"
    ),
    (
      "run a --seed",
      "option '--seed' needs a value: an integer from 0 to 18446744073709551615"
    ),
    (
      "run a --out --force",
      "option '--out' needs a value: a path"
    ),
    (
      "run a --seed --",
      "option '--seed' needs a value: an integer from 0 to 18446744073709551615"
    ),
    (
      "run a --seed 1 --seed 2",
      "option '--seed' may be given only once"
    ),
    (
      "run a --seed 18446744073709551616",
      "option '--seed' expects an integer from 0 to 18446744073709551615, "
        + "not '18446744073709551616'"
    ),
    (
      "run a --seed -1",
      "option '--seed' expects an integer from 0 to 18446744073709551615, not '-1'"
    ),
    (
      "run a --threads 0",
      "option '--threads' expects an integer from 1 to 1024, not '0'"
    ),
    (
      "run a --threads=1025",
      "option '--threads' expects an integer from 1 to 1024, not '1025'"
    ),
    (
      "run a --threads 2.0",
      "option '--threads' expects an integer from 1 to 1024, not '2.0'"
    ),
    (
      "run a --share 1.01",
      "option '--share' expects a number from 0 to 1, not '1.01'"
    ),
    (
      "run a --format jsn",
      "option '--format' expects table, csv or json, not 'jsn'; did you mean 'json'?"
    ),
    (
      "run a --format yaml",
      "option '--format' expects table, csv or json, not 'yaml'"
    ),
    (
      "run a --set =1",
      "option '--set' expects PATH=VALUE, such as config.quorum_fraction=0.75, not '=1'"
    ),
    (
      "run a --shard 4/4",
      "option '--shard' expects K/N, shard K of N, counted from 0, such as 0/4, not '4/4'"
    ),
    (
      "run a --out=",
      "option '--out' expects a path, not ''"
    ),
    (
      "run",
      "operand SCENARIO is missing"
    ),
    (
      "certify a",
      "operand REST is missing: at least 2 are needed"
    ),
    (
      "certify jsn a b",
      "FIRST expects table, csv or json, not 'jsn'; did you mean 'json'?"
    ),
    (
      "compare a b c d",
      "unexpected operand 'c'; 'sample compare' takes only BASE NEW"
    ),
    (
      "merge --in a --out b c",
      "unexpected operand 'c'; 'sample merge' takes none"
    ),
    (
      "merge --in a",
      "option '--out DIR' is missing"
    ),
  ])
  func eachMistakeIsNamedWithWhatIsAllowed(line: String, problem: String) {
    #expect(problems(of: line) == [problem])
  }

  @Test func allProblemsOfALineAreToldAtOnceInTheirOrder() {
    #expect(
      problems(of: "run --sed 5 --threads none --foce --format tabel") == [
        "unknown option '--sed'; did you mean '--seed'?",
        "option '--threads' expects an integer from 1 to 1024, not 'none'",
        "unknown option '--foce'; did you mean '--force'?",
        "option '--format' expects table, csv or json, not 'tabel'; did you mean 'table'?",
      ])
    #expect(
      problems(of: "merge a") == [
        "option '--in DIR' is missing", "option '--out DIR' is missing",
        "unexpected operand 'a'; 'sample merge' takes none",
      ])
    #expect(
      problems(of: "compare") == ["operand BASE is missing", "operand NEW is missing"])
    #expect(problems(of: "compare base") == ["operand NEW is missing"])
  }

  @Test func operandsAreNotJudgedAfterAnUnknownOption() {
    #expect(
      problems(of: "compare a b --sed 7") == [
        "unknown option '--sed'; 'sample compare' takes --no-color and --help"
      ])
  }

  @Test func whatTheUserWroteCannotSteerTheTerminal() {
    #expect(
      problems(of: ["run", "a", "--threads", "\u{1B}[31m\n\u{9B}é"]) == [
        "option '--threads' expects an integer from 1 to 1024, not "
          + #"'\u{1B}[31m\n\u{009B}é'"#
      ])
  }
}
