import Foundation
import Synchronization
import TestSupport
import Testing

/// The outermost call; everything it decides is tested on ``Property``, without known issues.
@Suite struct ForEverySeedTests {
  @Test func aPropertyThatHoldsIsSilent() {
    var count = 0
    forEverySeed(100, premises: ["even"]) { draw in
      count += 1
      let number = draw.int(in: 0...100)
      if number.isMultiple(of: 2) { draw.met("even") }
      try require(number <= 100)
    }
    #expect(count > 0)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["QUORUMLAB_SEED"] == nil))
  func aFailureIsReportedOnceWhereThePropertyStands() {
    let issues = Mutex<[Issue]>([])
    let line = #line + 2
    withKnownIssue {
      forEverySeed { try require($0.int(in: 0...1000) < 42, "too large") }
    } matching: { issue in
      issues.withLock { $0.append(issue) }
      return true
    }
    let recorded = issues.withLock { $0 }
    #expect(recorded.count == 1)
    #expect(recorded.first?.sourceLocation?.line == line)
    let text = recorded.first?.comments.first?.rawValue ?? ""
    #expect(text.contains(".aFailureIsReportedOnceWhereThePropertyStands does not hold: too"))
    #expect(text.contains("too large (TestSupportTests/ForEverySeedTests.swift:\(line))"))
    #expect(text.contains("drawn:  42\n"))
  }
}
