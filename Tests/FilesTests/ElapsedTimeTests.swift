import Testing

@testable import Files

struct ElapsedTimeTests {
  @Test func timeGoesOn() {
    let time = ElapsedTime()
    let first = time.duration
    #expect(first >= .zero && time.duration >= first)
    #expect(time.start.description <= Moment.now.description)
  }

  @Test func piecesOfWorkAddUp() async {
    let sum = SummedTime()
    #expect(sum.duration == .zero)
    let time = ElapsedTime()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          sum.measure {
            let time = ElapsedTime()
            while time.duration < .milliseconds(5) {}
          }
        }
      }
    }
    #expect(sum.duration >= .milliseconds(20))
    #expect(sum.duration <= time.duration * 4)
  }
}
