import Simulation
import Testing

struct VirtualTimeTests {
  private let deadline = VirtualTime.start + 8_000_000_000

  @Test
  func instantsAndSpans() {
    #expect(deadline.sinceStart == 8_000_000_000)
    #expect(deadline.seconds == 8)
    #expect(deadline - 1 < deadline)
    #expect((deadline - 1) - deadline == -1)
    #expect(deadline - VirtualTime.start == Nanoseconds(seconds: 8))
    #expect(VirtualTime.start < .end)
  }

  @Test
  func delaysEndWithTime() {
    #expect(deadline.delayed(by: 5) == deadline + 5)
    #expect(VirtualTime.start.delayed(by: .max) == .end)
    #expect((VirtualTime.start + 1).delayed(by: .max) == .end)
    #expect(VirtualTime.end.delayed(by: 0) == .end)
  }

  @Test
  func sumsBeyondTheEndTrap() async {
    await #expect(processExitsWith: .failure) { print(VirtualTime.end + 1) }
  }
}
