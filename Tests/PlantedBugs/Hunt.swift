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
    var next = 0
    var verdicts: [Int: Verdict] = [:]
    var runs: [Int: TestRun] = [:]
    var problem: (any Error)?
    var isStopped = false
  }

  /// Tests that look at the texts of sources, which a planted bug changes whether it is on or not.
  static let textTests = ["ProjectTests", "PlantedBugsTests"]

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

  /// Hunts all bugs, some at a time.
  func run(jobs: Int) throws {
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while let place = takeNext() {
        do {
          try hunt(place)
        } catch {
          state.withLock { $0.problem = $0.problem ?? error }
          stop()
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
    state.withLock { state in
      guard !state.isStopped, state.next < numbered.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Tries first the tests that are quickest and know the bug best.
  private func hunt(_ place: Int) throws {
    let (number, bug) = numbered[place]
    let start = ContinuousClock.now
    var catcher: String?
    for arguments in try stages(for: bug) {
      let ending = try run(arguments, bug: number, place: place, secondsMax: Self.secondsMax)
      if ending == .stopped { return }
      if case .failed(let test) = ending {
        catcher = test
        break
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let verdict = Verdict(bug: bug, catcher: catcher, seconds: seconds)
    let count = state.withLock { state in
      state.verdicts[place] = verdict
      return state.verdicts.count
    }
    report("\(count)/\(numbered.count) \(bug.name): \(catcher ?? "SURVIVED")")
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

  /// The tests of the folder that mirrors the bug's, then those of its room, then all others.
  private func stages(for bug: PlantedBug) throws -> [[String]] {
    let room = bug.room + "Tests"
    let folder = package.appending(path: "Tests/\(room)/\(bug.folder)")
    let files =
      FileManager.default.fileExists(atPath: folder.path)
      ? try FileManager.default.contentsOfDirectory(atPath: folder.path) : []
    let suites = files.filter { $0.hasSuffix("Tests.swift") }.map { $0.dropLast(6) }
    let own = "^\(room)\\."
    let rest = Self.arguments(skipping: [room])
    if suites.isEmpty { return [["--filter", own], rest] }
    let ownFolder = "\(own)(\(suites.sorted().joined(separator: "|")))/"
    return [["--filter", ownFolder], ["--filter", own, "--skip", ownFolder], rest]
  }

  private static func arguments(skipping own: [String]) -> [String] {
    (textTests + own).flatMap { ["--skip", "^\($0)\\."] }
  }

  /// Far more than the slowest of machines needs for all tests.
  private static let secondsMax = 1200.0
}

/// Writes a line of progress.
func report(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
