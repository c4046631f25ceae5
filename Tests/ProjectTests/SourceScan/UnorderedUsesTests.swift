import Testing

@Suite struct UnorderedUsesTests {
  /// The lines of a snippet where the order of something unordered is used.
  private func lines(_ snippet: String, declared: String = "") -> [Int] {
    let declarations = """
      struct Box {
        var votes: [String: Vote] = [:]
        let ids: Set<Int>
        var list: [Int] = [1]
        var grid = [[String: Int]]()
        let names = ["a": 1]
        var seen = Set<Int>()
        func owners() -> Set<Int> { seen }
      }
      """
    let source = SwiftSource(snippet, path: "Sources/A/Box+More.swift")
    let kin = SwiftSource(declarations + declared, path: "Sources/A/Box.swift")
    let rule = DeterminismRules.unorderedUses(in: [source, kin])
    return rule.findings(in: source).map(\.line)
  }

  @Test(arguments: [
    "for v in votes {}",
    "for (name, vote) in votes {}",
    "for id in self.ids where id > 3 {}",
    "for id in box.ids {}",
    "for id in boxes[3].votes.keys {}",
    "for v in votes.values {}",
    "for v in votes.filter { $0.value > 1 } {}",
    "for x in names {}",
    "for x in seen {}",
    "for x in owners() {}",
    "for x in box.owners() {}",
    "for x in Set(list) {}",
    "for x in Set<Int>(list).union(other) {}",
    "for v in votes ?? [:] {}",
    "votes.forEach { print($0) }",
    "let a = Array(ids)",
    "let a = [Int](ids)",
    "let a = Array(votes.values)",
    "let a = votes.map { $0.key }",
    "let a = votes.map(\\.key)",
    "let a = ids.reduce(0, +)",
    "let a = ids.first",
    "let a = votes.first { $0.value > 1 }?.key",
    "let a = votes.max { $0.value < $1.value }",
    "let a = votes.values.min(by: <)",
    "list.append(contentsOf: ids)",
    "list += ids",
    "list += ids\n[1].forEach(use)",
    "for (a, b) in zip(list, ids) {}",
    "let s = \"\\(ids)\"",
    "write(votes.keys)",
    "for x in anything().keys {}",
    "let local = Set(list)\nfor x in local {}",
    "func f(_ given: Set<Int>) {\n for x in given {} }",
    "func f(by given: inout [Int: String]) {\n for x in given {} }",
    "typealias Ring = Set<Int>\nlet ring: Ring = []\nfor x in ring {}",
    "let a = ids.enumerated().map { $0 }",
    "for x in ids {}  // order-free:",
  ])
  func ordersOfChanceAreFound(_ snippet: String) {
    #expect(lines(snippet).count == 1)
  }

  @Test(arguments: [
    "for x in list {}",
    "for x in ids.sorted() {}",
    "for k in votes.keys.sorted() {}",
    "for k in votes.keys.sorted(by: >) {}",
    "for (k, v) in votes.sorted(by: { $0.key < $1.key }) {}",
    "for k in votes.map { $0.key }.sorted() {}",
    "for x in Set(list).sorted() {}",
    "for i in 0..<votes.count {}",
    "for x in votes[name] ?? [] {}",
    "for row in grid {}",
    "if ids.contains(3) || votes.isEmpty {}",
    "let a = ids.max()",
    "let a = votes.values.allSatisfy { $0 > 1 }",
    "let a = votes.count { $0.value > 1 }",
    "let a = Set(votes.keys)",
    "let a = ids.union(votes.keys)",
    "let a = Set(votes.map { $0.key })",
    "let a = votes.mapValues { $0 + 1 }",
    "let a = ids != other",
    "let a = Array(list)",
    "let sorted = Set(list).sorted()\nfor x in sorted {}",
    "list.map { x in ids.contains(x) }",
    "let f = { (x: Int) in ids }",
    "call(votes: list, ids: 3)",
    "let s = \"\\(ids.count)\"",
    "for x in ids { total += x }  // order-free: whole numbers add up in any order",
    "// order-free: whole numbers add up in any order\nfor x in ids { total += x }",
    "// for x in ids {}",
    "let s = \"for x in ids {}\"",
    "for x in flag ? list : other {}",
    "let choice = [flag ? a : b]\nfor x in choice {}",
    "make(given: Set<Int>(list))\nfor x in given {}",
  ])
  func ordersThatAreKeptOrLostArePassed(_ snippet: String) {
    #expect(lines(snippet) == [])
  }

  @Test func aMemberNamedDifferentlyElsewhereIsGivenTheBenefitOfTheDoubt() {
    let use = SwiftSource("for v in ballot.votes {}", path: "Sources/B/Count.swift")
    let map = SwiftSource("var votes: [String: Int]", path: "Sources/A/Ballot.swift")
    let list = SwiftSource("var votes: [Int]", path: "Sources/A/History.swift")
    let certain = DeterminismRules.unorderedUses(in: [use, map])
    #expect(certain.findings(in: use).count == 1)
    let doubtful = DeterminismRules.unorderedUses(in: [use, map, list])
    #expect(doubtful.findings(in: use).isEmpty)
  }

  @Test func aLocalNameIsNoMemberAndStaysInItsFile() {
    let body = "var indices: [String: Int] = [:]\nfor i in list.indices {}"
    #expect(lines("func f() { \(body) }") == [])
    #expect(lines("func f() { \(body)\nfor i in indices {} }") == [3])
    let elsewhere = "struct C { func g() { let found = Set(list) } }"
    #expect(lines("for x in found {}", declared: elsewhere) == [])
    #expect(
      lines("for x in found {}", declared: "extension C { var found: Set<Int> { [] } }") == [1])
  }

  @Test func keysOfOnesOwnAreNoDictionarys() {
    #expect(lines("for k in table.keys {}") == [1])
    #expect(lines("for k in table.keys {}", declared: "\nlet keys: [Int]") == [])
  }
}
