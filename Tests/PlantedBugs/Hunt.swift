import Foundation
import Synchronization

/// Switches the bugs on one by one and sees whether any test fails.
final class Hunt: Sendable {
  /// What came of one bug.
  struct Verdict: Sendable {
    let bug: PlantedBug
    /// What failed first; nil for a survivor.
    let catcher: String?
    let seconds: Double
  }

  /// The state that hunters share.
  private struct State {
    /// The places of the bugs that this round still has to look for.
    var waiting: [Int] = []
    var seconds: [Int: Double] = [:]
    var verdicts: [Int: Verdict] = [:]
    var runs: [Int: TestRun] = [:]
    var problem: (any Error)?
    var isStopped = false
  }

  /// Which tests look for a bug.
  private enum Round: CaseIterable {
    /// Those of the folder that mirrors the bug's own: quick, and they know it best.
    case folder
    /// The others of its room.
    case room
    /// All others.
    case everything
  }

  /// Tests that look at the texts of sources, which a planted bug changes whether it is on or not,
  /// and those of the tools that tests are made with.
  static let testsAside = ["ProjectTests", "PlantedBugsTests", "TestSupportTests"]

  private let package: URL
  private let numbered: [(number: Int, bug: PlantedBug)]
  private let state = Mutex(State())

  /// A hunt for bugs that are numbered as they are in the copy of the package.
  init(in package: URL, for numbered: [(number: Int, bug: PlantedBug)]) {
    self.package = package
    self.numbered = numbered
  }

  /// Whether somebody has ended the hunt.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// The verdicts so far, in the order of the bugs.
  var verdicts: [Verdict] {
    state.withLock { state in numbered.indices.compactMap { state.verdicts[$0] } }
  }

  /// What fails without any bug; nil where nothing does, as it should be.
  func failureWithoutBugs() throws -> String? {
    let ending = try run(
      Self.arguments(skipping: []), bug: 0, place: -1, secondsMax: Self.secondsMax)
    return if case .failed(let test) = ending { test } else { nil }
  }

  /// Hunts all bugs, some at a time; who is caught in one round is left out of the next, slower one.
  func run(jobs: Int) throws {
    for round in Round.allCases {
      state.withLock { state in
        state.waiting = numbered.indices.reversed().filter { state.verdicts[$0] == nil }
      }
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        while let place = takeNext() {
          do {
            try hunt(place, round)
          } catch {
            state.withLock { $0.problem = $0.problem ?? error }
            stop()
          }
        }
      }
    }
    if let problem = state.withLock({ $0.problem }) { throw problem }
  }

  /// Ends the hunt: the runs that are going on, and those to come.
  func stop() {
    let runs = state.withLock { state in
      state.isStopped = true
      return state.runs.values.map { $0 }
    }
    for run in runs { run.stop() }
  }

  // MARK: One bug

  private func takeNext() -> Int? {
    state.withLock { $0.isStopped ? nil : $0.waiting.popLast() }
  }

  private func hunt(_ place: Int, _ round: Round) throws {
    let (number, bug) = numbered[place]
    let start = ContinuousClock.now
    var catcher: String?
    if let arguments = try arguments(round, for: bug) {
      let ending = try run(arguments, bug: number, place: place, secondsMax: Self.secondsMax)
      if ending == .stopped { return }
      if case .failed(let test) = ending { catcher = test }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let isLast = round == .everything
    let count = state.withLock { state in
      state.seconds[place, default: 0] += seconds
      if catcher != nil || isLast {
        state.verdicts[place] = Verdict(
          bug: bug, catcher: catcher, seconds: state.seconds[place] ?? 0)
      }
      return state.verdicts.count
    }
    if catcher != nil || isLast {
      report("\(count)/\(numbered.count) \(bug.name): \(catcher ?? "SURVIVED")")
    }
  }

  private func run(
    _ arguments: [String], bug: Int, place: Int, secondsMax: Double
  ) throws -> TestRun.Ending {
    let run = TestRun(of: package, arguments: arguments, bug: bug)
    let isStopped = state.withLock { state in
      state.runs[place] = run
      return state.isStopped
    }
    defer { state.withLock { $0.runs[place] = nil } }
    return isStopped ? .stopped : try run.run(secondsMax: secondsMax)
  }

  /// What a run of tests is told in a round; nil where that has no tests of its own.
  private func arguments(_ round: Round, for bug: PlantedBug) throws -> [String]? {
    let room = bug.room + "Tests"
    if round == .everything { return Self.arguments(skipping: [room]) }
    let folder = package.appending(path: "Tests/\(room)/\(bug.folder)").path
    let files =
      FileManager.default.fileExists(atPath: folder)
      ? try FileManager.default.contentsOfDirectory(atPath: folder) : []
    let suites = files.filter { $0.hasSuffix("Tests.swift") }.map { $0.dropLast(6) }.sorted()
    let inRoom = "^\(room)\\."
    let inFolder = "\(inRoom)(\(suites.joined(separator: "|")))/"
    switch round {
    case .folder: return suites.isEmpty ? nil : ["--filter", inFolder]
    case .room where suites.isEmpty: return ["--filter", inRoom]
    default: return ["--filter", inRoom, "--skip", inFolder]
    }
  }

  private static func arguments(skipping own: [String]) -> [String] {
    (testsAside + own).flatMap { ["--skip", "^\($0)\\."] }
  }

  /// Far more than the slowest of machines needs for all tests.
  private static let secondsMax = 1200.0
}

/// Writes a line of progress.
func report(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
