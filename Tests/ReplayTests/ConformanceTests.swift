import Replay
import TestSupport
import Testing

/// The traces recorded from the Python class give the same answers here, hashes included.
struct ConformanceTests {
  @Test func everyRecordedAnswerIsGivenAgain() throws {
    let names = try Fixture.names(in: "conformance").filter { $0.hasSuffix(".jsonl") }
    #expect(names.count == 40)
    var compared = 0
    for name in names {
      let trace = try TraceFile(replaying: Fixture.bytes("conformance/\(name)"))
      for answer in trace.answers {
        #expect(answer.difference == nil, "\(name):\(answer.line): \(answer.operation)")
        if answer.expected != nil { compared += 1 }
      }
    }
    #expect(compared == 6065)
  }
}
