import Testing
import Text

struct TextProblemTests {
  @Test func aProblemSaysWhereItIs() {
    let inText = TextProblem(
      position: TextPosition(line: 3, column: 7), path: "a.b", message: "no")
    #expect(inText.description == "3:7: a.b: no")
    #expect(TextProblem(path: "$", message: "no").description == "1:1: $: no")
    let beside = TextProblem(.argument("--set a=1"), path: "a", message: "no")
    #expect(beside.description == "--set a=1: a: no")
  }

  /// Columns count code points, and problems come in the order of their places.
  @Test func offsetsBecomeLinesAndColumns() {
    let text = Array("aé\nbé:\n".utf8)
    let problems = [7, 0, 3, 100].map { UnplacedProblem(offset: $0, path: "$", message: "\($0)") }
    #expect(
      problems.placed(in: text).map(\.description) == [
        "1:1: $: 0", "1:3: $: 3", "2:3: $: 7", "3:1: $: 100",
      ])
    for offset in 0...8 {
      let placed = [UnplacedProblem(offset: offset, path: "$", message: "")].placed(in: text)
      #expect(placed[0].place == .text(TextPosition(ofOffset: offset, in: text)))
    }
  }

  @Test func aLogTakesSoManyProblemsAndNoMore() {
    let log = ProblemLog(
      of: [], startingWith: [UnplacedProblem(offset: 0, path: "a", message: "known")])
    #expect(!log.isSound("a") && log.isSound("b"))
    for number in 1...2 * ProblemLog.problemsMax {
      log.report("again", path: "b[\(number)]", offset: 0)
    }
    #expect(log.isFull && log.problems.count == ProblemLog.problemsMax)
    #expect(!log.isSound("b") && !log.isSound("b[1]") && log.isSound("b[1].c"))
  }
}
