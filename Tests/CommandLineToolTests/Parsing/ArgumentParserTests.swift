import Experiments
import Scenarios
import Testing

@testable import CommandLineTool

struct ArgumentParserTests {
  @Test func valuesFollowAfterASpaceOrAnEqualsSign() throws {
    for line in ["run --seed 7 --format csv a", "run --seed=7 --format=csv a"] {
      let arguments = try parsed(line)
      #expect(arguments[SampleRun.scenarios] == [.file("a")])
      #expect(arguments[SampleRun.seed] == 7)
      #expect(arguments[SampleRun.format] == .csv)
    }
  }

  @Test func whatIsNotGivenHasItsDefault() throws {
    let arguments = try parsed("run a")
    #expect(arguments[SampleRun.seed] == nil)
    #expect(arguments[SampleRun.format] == .table)
    #expect(arguments[SampleRun.set].isEmpty)
    #expect(!arguments[SampleRun.force])
  }

  @Test func everyKindOfValueIsRead() throws {
    let arguments = try parsed(
      "run a --seed 18446744073709551615 --threads 1024 --share 0.25 --scale -1e-3 --shard 3/4"
        + " --out results/a --junit j.xml --note=--x --force")
    #expect(arguments[SampleRun.seed] == .max)
    #expect(arguments[SampleRun.threads] == 1_024)
    #expect(arguments[SampleRun.share] == 0.25)
    #expect(arguments[SampleRun.scale] == -0.001)
    #expect(arguments[SampleRun.shard] == Shard("3/4"))
    #expect(arguments[SampleRun.out] == "results/a")
    #expect(arguments[SampleRun.junit] == "j.xml")
    #expect(arguments[SampleRun.note] == "--x")
    #expect(arguments[SampleRun.force])
  }

  @Test func aRepeatableOptionKeepsAllItsValuesInOrder() throws {
    let arguments = try parsed("run --set a=1 x --set=b=2=3 --set c=")
    #expect(arguments[SampleRun.set].map(\.path) == ["a", "b", "c"])
    #expect(arguments[SampleRun.set].map(\.value) == ["1", "2=3", ""])
  }

  @Test func aFlagMayBeGivenTwice() throws {
    #expect(try parsed("run a --force --force")[SampleRun.force])
  }

  @Test func optionsStandAnywhereAmongTheOperands() throws {
    let arguments = try parsed("run a --seed 7 b --force c")
    #expect(arguments[SampleRun.scenarios] == [.file("a"), .file("b"), .file("c")])
  }

  @Test func twoDashesEndTheOptions() throws {
    let arguments = try parsed("run --force -- --seed -- -")
    #expect(arguments[SampleRun.scenarios] == [.file("--seed"), .file("--"), .standardInput])
    #expect(arguments[SampleRun.seed] == nil)
  }

  @Test func aLoneDashIsStandardInput() throws {
    #expect(try parsed("run -")[SampleRun.scenarios] == [.standardInput])
  }

  @Test func anEmptyValueIsAValue() throws {
    let arguments = try parsed(["run", "a", "--note", ""])
    #expect(arguments[SampleRun.note] == "")
    #expect(try parsed("run a --note=")[SampleRun.note] == "")
  }

  @Test func operandsGetWhatLaterOnesCanSpare() throws {
    let two = try parsed("certify json b")
    #expect(two[SampleCertify.first] == nil)
    #expect(two[SampleCertify.rest] == ["json", "b"])
    let three = try parsed("certify json b c")
    #expect(three[SampleCertify.first] == .json)
    #expect(three[SampleCertify.rest] == ["b", "c"])
    let four = try parsed("certify json b c d")
    #expect(four[SampleCertify.rest] == ["b", "c", "d"])
  }

  @Test func requiredOptionsAndOperandsAreRead() throws {
    let merge = try parsed("merge --in a --out b")
    #expect(merge[SampleMerge.input] == "a")
    #expect(merge[SampleMerge.output] == "b")
    let compare = try parsed("compare a b")
    #expect(compare[SampleCompare.base] == "a")
    #expect(compare[SampleCompare.new] == "b")
  }
}
