import JSON
import Testing
import Text

struct JSONCursorTests {
  enum Fruit: String, CaseIterable {
    case apple, pear
  }

  private func problems(of text: String, _ decode: (JSONCursor) -> Void) throws -> [String] {
    let document = try JSONDocument(parsing: text)
    let log = ProblemLog(document)
    decode(JSONCursor(document, log: log))
    return log.problems.map(\.description)
  }

  @Test func answersWithValues() throws {
    let text = #"{"s": "x", "b": true, "n": 1.5, "i": 3, "w": "pear", "l": [1, 2], "z": null}"#
    let problems = try problems(of: text) { cursor in
      let fields = cursor.fields(["s", "b", "n", "i", "w", "l", "z", "absent"])
      #expect(fields?["s"]?.string() == "x")
      #expect(fields?["b"]?.bool() == true)
      #expect(fields?["n"]?.number() == .double(1.5))
      #expect(fields?["i"]?.integer(in: 0...3) == 3)
      #expect(fields?["w"]?.word(as: Fruit.self) == .pear)
      #expect(fields?["l"]?.array()?.map(\.path) == ["l[0]", "l[1]"])
      #expect(fields?["z"] == nil)
      #expect(fields?.value("absent", 7) { $0.integer() } == 7)
      #expect(fields?.value("i", 7) { $0.integer() } == 3)
    }
    #expect(problems.isEmpty)
  }

  @Test func reportsEverythingAtOnceInOrder() throws {
    let text = """
      {
        "count": 2.5,
        "fruit": "paer",
        "colour": 1,
        "list": {"a": [true]},
        "count": 3
      }
      """
    let problems = try problems(of: text) { cursor in
      let fields = cursor.fields(["count", "fruit", "color", "list", "name"])
      #expect(fields?["count"]?.integer(in: 1 ... .max) == nil)
      #expect(fields?["fruit"]?.word(as: Fruit.self) == nil)
      #expect(fields?["list"]?.array() == nil)
      #expect(fields?["list"]?.fields(["a"])?["a"]?.array()?.first?.number() == nil)
      #expect(fields?.required("name") == nil)
    }
    #expect(
      problems == [
        "1:1: $: the key 'name' is missing",
        "2:12: count: 2.5 is not allowed; it must be a whole number of at least 1",
        "3:12: fruit: unknown value 'paer' (did you mean 'pear'?); allowed are apple, pear",
        "4:3: colour: unknown key (did you mean 'color'?); allowed are count, fruit, color, list, "
          + "name",
        "5:11: list: an object is not allowed; it must be a list",
        "5:18: list.a[0]: true is not allowed; it must be a finite number",
        "6:3: count: the key occurs twice in the same object; each key may occur once",
      ])
  }

  @Test func aRequiredValueMayNotBeNull() throws {
    let problems = try problems(of: #"{"a": null}"#) { #expect($0.required("a") == nil) }
    #expect(problems == ["1:7: a: null is not allowed; a value is needed"])
  }
}
