import CSV
import JSON
import TestSupport
import Testing

@testable import CommandLineTool

/// Many cells are told as one matrix, and what reads alike once.
struct CertifyMatrixTests {
  private func run(
    _ words: [String], _ files: [String: String], columns: Int? = nil
  ) async -> Outcome {
    await Program.quorumlab.outcome(
      of: ["certify"] + words, in: .init(files: files, columns: columns))
  }

  /// Five voters, and a sweep over what certificates are about and what they are not.
  private func scenario(
    _ sweep: String, name: String = "five", _ fields: String = "", voters: Int = 5
  ) -> String {
    """
    {"name": "\(name)", "electorate": \(voters), "voters": [
       {"name": "honest", "role": "honest", "count": "rest"},
       {"name": "liar", "role": "byzantine", "count": \(voters / 3), "strategy": "oppose"}]\(fields),
     "sweep": {\(sweep)}}
    """
  }

  private static let sweep = """
    "config.quorum_fraction": [0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
    "voters.liar.strategy": ["oppose", "random", "impersonate"],
    "voters.honest.accuracy": [0.9, 0.95, 1], "config.majority_threshold": [0.5, "2/3"]
    """

  private func lines(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  // MARK: The matrix

  @Test(arguments: [80, 160])
  func theMatrix(columns: Int) async {
    let outcome = await run(
      ["s.json", "--faults", "1", "--guarantee", "no_false_approval", "--guarantee", "decision"],
      ["s.json": scenario(Self.sweep)], columns: columns)
    #expect(outcome.status == .checkFailed && outcome.error.isEmpty)
    let lines = lines(outcome)
    #expect(lines.allSatisfy { $0.count <= columns } && lines.count <= 60)
    Snapshot.expect(outcome.output, equals: "certify-matrix-\(columns).txt")
  }

  /// What is left out is the least bad, and no cell is lost with `--all`.
  @Test func whatIsLeftOutIsTold() async {
    let thresholds = "[0.5, 0.6, 0.8, 1]"
    let sweep = """
      "config.quorum_fraction": [0.2, 0.4, 0.5, 0.7, 0.8, 1],
      "config.majority_threshold": \(thresholds), "config.supermajority_threshold": \(thresholds)
      """
    let files = ["s.json": scenario(sweep, #", "safeguards": {"tally": "decisive"}"#, voters: 7)]
    let short = lines(await run(["s.json"], files))
    #expect(short.count <= 60 && short.count > 50)
    #expect(short.contains { $0.contains("left out") && $0.contains("--all") })
    let whole = lines(await run(["s.json", "--all"], files))
    #expect(whole.count > short.count && !whole.contains { $0.contains("left out") })
    for (number, line) in short.enumerated() where line.first == " " && number < 40 {
      if Int(line.split(separator: " ").first ?? "") != nil { #expect(whole.contains(line)) }
    }
  }

  /// A narrow terminal still shows the axes next to every number.
  @Test func everyBlockHasTheAxes() async {
    let outcome = await run(["s.json", "--all"], ["s.json": scenario(Self.sweep)], columns: 72)
    let lines = lines(outcome)
    let table = lines.prefix { !$0.hasPrefix("The same") }
    let blocks = table.dropFirst().split(separator: "")
    #expect(blocks.count > 1)
    let keys = blocks.map { $0.compactMap { Int($0.split(separator: " ").first ?? "") } }
    #expect(keys.allSatisfy { $0 == keys[0] && $0.count > 10 })
    #expect(blocks.allSatisfy { $0.contains { $0.contains("fraction") } })
  }

  /// Scenarios without a sweep are rows of one matrix, those of different axes say which.
  @Test func severalScenarios() async {
    let plain = scenario(#""trials": [1, 2]"#, name: "plain")
    let swept = scenario(#""safeguards.tally": ["anytime", "decisive"]"#, name: "swept")
    let other = scenario(#""mode": ["central", "replicated"]"#, name: "other")
    let outcome = await run(
      ["p.json", "s.json", "o.json"], ["p.json": plain, "s.json": swept, "o.json": other])
    #expect(outcome.status == .success)
    Snapshot.expect(outcome.output, equals: "certify-matrix-scenarios.txt")
  }

  // MARK: One cell

  @Test func oneCellIsShownInFull() async {
    let files = ["s.json": scenario(Self.sweep)]
    let outcome = await run(["s.json", "--cell", "5"], files)
    #expect(outcome.output.hasPrefix("five, cell 5: config.quorum_fraction=0.3 "))
    #expect(outcome.output.contains("Attacks that break them"))
    #expect(await run(["s.json", "--cell", "109"], files).status == .usage)
    #expect(await run(["--voters", "4", "--cell", "1"], files).status == .usage)
    let single = ["s.json": scenario(#""trials": [7]"#)]
    #expect(await run(["s.json"], single) == run(["s.json", "--cell", "1"], single))
  }

  // MARK: Other programs

  /// Each cell is told once, in a line that says what the cell alone would.
  @Test func jsonTellsEachCellOnce() async throws {
    let files = ["s.json": scenario(Self.sweep)]
    let outcome = await run(["s.json", "--format", "json"], files)
    let objects = try outcome.output.split(separator: "\n").map { line -> JSONObject in
      guard case .object(let object) = try JSONDocument(parsing: String(line)).root.value else {
        throw Unexpected()
      }
      return object
    }
    #expect(objects.count == 72)
    var told: [Int] = []
    for object in objects {
      guard case .array(let cells)? = object["cells"], case .object(let first)? = cells.first else {
        throw Unexpected()
      }
      #expect(first["cell"] == object["cell"])
      #expect(first["config.quorum_fraction"] == object["config.quorum_fraction"])
      for cell in cells {
        guard case .object(let cell) = cell, let number = cell["cell"] else { throw Unexpected() }
        told.append(try #require(Int(number.text())))
      }
    }
    #expect(told.sorted() == Array(1...108))
    // Cell 2 is like cell 8, but for its strategy.
    let alone = await run(["s.json", "--format", "json", "--cell", "8"], files)
    let own = try JSONDocument(parsing: alone.output).root.value
    guard case .object(let own) = own else { throw Unexpected() }
    let shared = try #require(
      objects.first { $0["cells"]?.text().contains(#"{"cell":8,"#) == true })
    #expect(shared["cell"] == 2)
    for key in ["config", "safeguards", "guarantees", "repairs", "trades", "states", "mode"] {
      #expect(shared[key] == own[key], "\(key)")
    }
  }

  /// A mode is an axis and a part of the report.
  @Test func noKeyIsThereTwice() async throws {
    let files = ["s.json": scenario(#""mode": ["central", "replicated"]"#)]
    let outcome = await run(["s.json", "--format", "json"], files)
    for line in outcome.output.split(separator: "\n") {
      #expect(throws: Never.self) { try JSONDocument(parsing: String(line)) }
      #expect(line.components(of: #""mode":"#) == 2)
    }
  }

  @Test func csvHasARowForEachAnswer() async throws {
    let files = [
      "s.json": scenario(Self.sweep), "t.json": scenario(#""trials": [1, 2]"#, name: "t"),
    ]
    let outcome = await run(["s.json", "t.json", "--format", "csv", "--faults", "1"], files)
    #expect(outcome.status == .checkFailed)
    let table = try #require(DataTable(csv: Array(outcome.output.utf8)))
    #expect(
      table.header == [
        "scenario", "cell", "cells", "cell_count", "config.quorum_fraction", "voters.liar.strategy",
        "voters.honest.accuracy", "config.majority_threshold", "trials", "mode", "timing", "voters",
        "max_byzantine_faults", "quorum_required", "threshold", "guarantee", "actions", "tolerated",
        "proof", "premises_broken", "verdict",
      ])
    #expect(table.rows.count == (72 + 1) * 6)
    // Cells 2 and 8 differ in the strategy only.
    #expect(
      table.rows[6] == [
        "five", "2", "2,8", "2", "0.3", "oppose; random", "0.9", "0.6666666666666666", "",
        "central", "asynchronous", "5", "1", "2", "0.6666666666666666", "no_false_approval",
        "normal",
        "1", "exhaustive", "honest_right", "inconclusive",
      ])
    #expect(
      table.rows.last == [
        "t", "1", "1-2", "2", "", "", "", "", "1; 2", "central", "asynchronous", "5", "1", "3",
        "0.6666666666666666", "decision", "critical", "0", "exhaustive", "", "fail",
      ])
    let assumed = await run(["s.json", "--format", "csv", "--faults", "1", "--assume"], files)
    #expect(!assumed.output.contains("inconclusive") && assumed.output.contains(",pass\n"))
  }

  @Test func csvOfVotersHasNoCells() async throws {
    let outcome = await run(["--voters", "4", "--format", "csv"], [:])
    let table = try #require(DataTable(csv: Array(outcome.output.utf8)))
    #expect(table.rows.count == 8 && table.column("tolerated")?.last == "-1")
    #expect(table.column("mode")?.last == "" && table.column("verdict")?.last == "")
    #expect(table.column("scenario")?.last == "")
  }

  // MARK: Exit codes and attacks

  /// Whatever is shown, all cells count.
  @Test(arguments: ["table", "json", "csv"])
  func allCellsDecideTheExitCode(format: String) async {
    let safe = #", "safeguards": {"rule": "certificate", "tally": "decisive"}"#
    func status(_ sweep: String, _ words: [String] = []) async -> CommandLineTool.ExitStatus {
      await run(
        ["s.json", "--faults", "2", "--format", format] + words,
        ["s.json": scenario(sweep, safe, voters: 7)]
      ).status
    }
    #expect(await status(#""trials": [1, 2]"#) == .success)
    #expect(await status(#""voters.honest.accuracy": [1, 0.9]"#) == .inconclusive)
    #expect(await status(#""voters.honest.accuracy": [1, 0.9]"#, ["--assume"]) == .success)
    #expect(await status(#""voters.honest.accuracy": [1, 0.9]"#, ["--cell", "1"]) == .success)
    #expect(
      await status(
        #""safeguards.tally": ["decisive", "anytime"], "voters.honest.accuracy": [1, 0.9]"#)
        == .checkFailed)
  }

  @Test func eachConfigurationHasItsAttacksOnce() async throws {
    let folder = TemporaryFolder()
    let sweep =
      #""voters.liar.strategy": ["oppose", "random"], "config.quorum_fraction": [0.5, 0.8]"#
    let outcome = await run(
      ["s.json", "--attack-scenario", folder.place("attacks")], ["s.json": scenario(sweep)])
    #expect(outcome.status == .success && outcome.error.isEmpty)
    let names = try folder.files(in: "attacks").map(\.0).sorted()
    #expect(
      names.count == 12 && names.allSatisfy { $0.hasPrefix("five-1-") || $0.hasPrefix("five-2-") }
    )
  }

  private struct Unexpected: Error {}
}

extension Substring {
  /// The number of times that a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
