import Experiments
import Foundation
import Testing

@testable import CommandLineTool

struct StopRequestTests {
  @Test func nobodyWantsToStopAtFirst() {
    let request = StopRequest()
    #expect(request.status == nil && !request.interruption.isRaised)
  }

  @Test(arguments: [(SIGINT, CommandLineTool.ExitStatus.interrupted), (SIGTERM, .terminated)])
  func aSignalSaysHowTheProcessEnds(signal: CInt, status: CommandLineTool.ExitStatus) {
    let request = StopRequest()
    request.raise(signal: signal)
    #expect(request.interruption.isRaised && request.status == status)
  }
}
