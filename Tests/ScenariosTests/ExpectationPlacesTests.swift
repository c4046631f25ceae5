import Scenarios
import Testing

struct ExpectationPlacesTests {
  @Test func eachExpectationHasItsLine() {
    let places = ExpectationPlaces(
      in: Array("{\"expect\": [ {},\n\n  {\n}, {}]}".utf8))
    #expect(places.line(of: 0) == 1 && places.line(of: 1) == 3 && places.line(of: 2) == 4)
    #expect(places.line(of: 3) == nil)
  }

  @Test(arguments: ["", "[]", "{\"expect\": 1}", "{\"other\": []}"])
  func whatHasNoneHasNoLine(text: String) {
    #expect(ExpectationPlaces(in: Array(text.utf8)).line(of: 0) == nil)
  }
}
