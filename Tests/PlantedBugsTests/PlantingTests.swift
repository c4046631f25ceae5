import Testing

@testable import PlantedBugs

@Suite struct PlantingTests {
  private func bug(
    _ original: String, _ wrong: String, within: String? = nil, named name: String = "bug"
  ) -> PlantedBug {
    PlantedBug(
      name: name, why: "Wrong.", file: "Sources/Room/File.swift", within: within,
      original: original, wrong: wrong)
  }

  @Test func theEnvironmentChooses() throws {
    let planted = try Planting.plant([(7, bug("a >= b", "a > b"))], in: "return a >= b\n")
    #expect(planted == "return (plantedBug == 7 ? (a > b) : (a >= b))\n")
  }

  @Test func severalBugsInOnePlaceAreTriedInTurn() throws {
    let planted = try Planting.plant(
      [(1, bug("a", "b")), (2, bug("a", "c")), (3, bug("z", "y"))], in: "z + a")
    #expect(
      planted
        == "(plantedBug == 3 ? (y) : (z)) + "
        + "(plantedBug == 2 ? (c) : (plantedBug == 1 ? (b) : (a)))")
  }

  @Test func thePassageTellsLikeExpressionsApart() throws {
    let planted = try Planting.plant([(1, bug("1", "0", within: "y = 1"))], in: "x = 1; y = 1")
    #expect(planted == "x = 1; y = (plantedBug == 1 ? (0) : (1))")
  }

  @Test func whatIsNotThereOnceIsRefused() {
    #expect(throws: Planting.Problem.passage(bug: "bug", occurrences: 0)) {
      try Planting.plant([(1, bug("a", "b"))], in: "c")
    }
    #expect(throws: Planting.Problem.passage(bug: "bug", occurrences: 2)) {
      try Planting.plant([(1, bug("a", "b"))], in: "a + a")
    }
    #expect(throws: Planting.Problem.expression(bug: "bug", occurrences: 2)) {
      try Planting.plant([(1, bug("a", "b", within: "a + a"))], in: "a + a")
    }
  }

  @Test func whatOverlapsIsRefused() {
    #expect(throws: Planting.Problem.overlap(bug: "second", other: "first")) {
      try Planting.plant(
        [(1, bug("a + b", "a", named: "first")), (2, bug("b + c", "c", named: "second"))],
        in: "a + b + c")
    }
  }
}
