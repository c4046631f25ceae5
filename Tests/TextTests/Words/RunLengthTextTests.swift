import Testing
import Text

struct RunLengthTextTests {
  @Test(arguments: [[], [1], [1, 1], [1, 2, 2, 2, 1], Array(repeating: 7, count: 1000)])
  func listsReadBack(list: [Int]) {
    let text = RunLengthText.text(of: list) { String($0) }
    #expect(RunLengthText.elements(of: text, count: list.count) { Int($0) } == list)
    #expect(RunLengthText.elements(of: text, count: list.count + 1) { Int($0) } == nil)
  }

  @Test func equalNeighboursAreWrittenOnce() {
    #expect(RunLengthText.text(of: ["a", "b", "b", "b", "a"]) { $0 } == "a;b*3;a")
  }

  @Test(arguments: [
    "1*", "1*0", "1*-2", "1*2*1", "1;", ";1", "1*3", "1*99999999999999999999", "x;1",
  ])
  func otherTextsAreNoList(text: String) {
    #expect(RunLengthText.elements(of: text, count: 2) { Int($0) } == nil)
  }
}
