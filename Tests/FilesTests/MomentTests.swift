import Foundation
import TestSupport
import Testing

@testable import Files

struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_078_012_800, "2004-02-29T00:00:00Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func knownMoments(seconds: Int, text: String) {
    #expect(Moment(secondsSince1970: seconds).description == text)
  }

  @Test func agreesWithTheSystemsCalendar() {
    forEverySeed(2000) { draw in
      let seconds = draw.int(in: 0...253_402_300_799)
      let date = Date(timeIntervalSince1970: TimeInterval(seconds))
      try requireEqual(Moment(secondsSince1970: seconds).description, date.formatted(.iso8601))
    }
  }

  @Test func nowIsNow() throws {
    let text = Moment.now.description
    let date = try Date(text, strategy: .iso8601)
    #expect(abs(date.timeIntervalSinceNow) < 60)
  }
}
