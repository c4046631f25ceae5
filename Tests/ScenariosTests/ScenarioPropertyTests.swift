import Agents
import JSON
import Scenarios
import TestSupport
import Testing
import Text

struct ScenarioPropertyTests {
  @Test func aResolvedScenarioDecodesToItself() {
    forEverySeed(1000, inDebug: 60) { draw in
      let text = draw.scenario().text()
      draw.note("scenario", text)
      let file = try ScenarioFile(parsing: text)
      let back = try ScenarioFile(parsing: file.json.text(.indented))
      try requireEqual(back, file)
      try requireEqual(back.digest, file.digest)
      let scenario = draw.element(of: file.cells).scenario
      let again = try ScenarioFile(parsing: scenario.json.text())
      try requireEqual(again.cells.map(\.scenario), [scenario])
      draw.sometimes("several cells", file.cells.count > 1)
      draw.sometimes("variants", file.axes.contains { $0.variants != nil })
      draw.sometimes("a fraction", text.contains(/"\d+\/\d+"[,}]/))
      draw.sometimes("as many faulty as advertised", text.contains("max_faulty"))
      draw.sometimes("a faulty group", scenario.groups.contains { $0.role.isFaulty })
    }
  }

  @Test func theOrderOfKeysDoesNotMatter() {
    forEverySeed(500, inDebug: 60) { draw in
      let scenario = draw.scenario()
      let shuffled = draw.shufflingKeys(of: scenario)
      draw.sometimes("another order", shuffled.text() != scenario.text())
      try requireEqual(
        ScenarioFile(parsing: shuffled.text()).digest, ScenarioFile(parsing: scenario.text()).digest
      )
    }
  }

  /// Whatever is put into a scenario, it is read or refused, and a refusal names places in it.
  @Test func survivesAnyChange() {
    forEverySeed(500, premises: ["still right", "refused"]) { draw in
      var bytes = Array(draw.scenario().text(.indented).utf8)
      for _ in 0..<draw.int(in: 1...3) {
        let place = draw.int(in: 0..<bytes.count)
        let piece = draw.element(of: ["0", "-", "9", "e", "null", "[]", "{}", "\"", ",", "x", ""])
        bytes.replaceSubrange(place...place, with: Array(piece.utf8))
      }
      do throws(TextProblems) {
        _ = try ScenarioFile(parsing: bytes)
        draw.met("still right")
      } catch {
        draw.met("refused")
        try require(!error.problems.isEmpty)
      }
    }
  }
}

extension Draw {
  /// The same value with the keys of its objects in another order, but for those of a sweep.
  fileprivate func shufflingKeys(of value: JSONValue, in key: String = "") -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map { shufflingKeys(of: $0) })
    case .object(let object):
      let members = object.members.map { member in
        (key: member.key, value: shufflingKeys(of: member.value, in: member.key))
      }
      return .object(JSONObject(key == "sweep" ? members : shuffled(members)))
    default: return value
    }
  }
}
