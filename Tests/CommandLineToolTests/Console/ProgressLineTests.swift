import Results
import Scenarios
import TestSupport
import Testing

@testable import CommandLineTool

struct ProgressLineTests {
  private typealias World = RecordingDevice.World

  private func show(
    _ world: World, isQuiet: Bool = false, times: Int = 1
  ) async throws -> String {
    let device = RecordingDevice(world)
    let line = ProgressLine(cells: 1, quiet: isQuiet, in: Console(device: device))
    for progress in try await progresses(times: times) { line.show(progress) }
    line.clear()
    line.clear()
    return device.error
  }

  /// What a run tells; nobody but the run can say how far it has come.
  private func progresses(times: Int) async throws -> [RunProgress] {
    let folder = TemporaryFolder()
    let file = try ScenarioFile(
      parsing: """
        {"name": "progress", "trials": 1200, "seed": 1,
         "voters": [{"name": "h", "role": "honest", "count": 1}], "workload": {"proposals": 1},
         "sweep": {"workload.targets": [1, 2]}}
        """)
    let run = try ResumableRun(file, into: folder.path, options: .init(threads: 1))
    var all: [RunProgress] = []
    for await event in run.run() {
      if case .progress(let progress) = event { all.append(progress) }
    }
    return (0..<times).map { all[$0 % all.count] }
  }

  @Test func onlyPeopleAtATerminalSeeIt() async throws {
    #expect(try await show(World()).isEmpty)
    #expect(try await show(World(terminals: [.standardOutput])).isEmpty)
    #expect(try await show(World(terminals: [.standardError]), isQuiet: true).isEmpty)
    let dumb = World(environment: ["TERM": "dumb"], terminals: [.standardError])
    #expect(try await show(dumb).isEmpty)
    let shown = try await show(World(terminals: [.standardError]))
    #expect(shown == "\r0 of 2,400 trials\u{1B}[K\r\u{1B}[K")
  }

  @Test func itIsShownAFewTimesASecondAtMost() async throws {
    let shown = try await show(World(terminals: [.standardError]), times: 30)
    #expect(shown.split(separator: "\r0 of").count <= 4)
  }

  @Test func itFitsTheTerminal() async throws {
    let shown = try await show(World(terminals: [.standardError], columns: 40), times: 2)
    let lines = shown.split(separator: "\r").map { $0.replacing("\u{1B}[K", with: "") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.count < 40 })
  }

  @Test func itSaysHowFarHowFastAndHowLong() async throws {
    let last = try #require(try await progresses(times: 2).last)
    #expect(last.trialsDone == 1200 && last.trials == 2400)
    func text(_ time: Duration, cells: Int = 2) -> String {
      ProgressLine.text(last, cells: cells, after: time)
    }
    #expect(
      text(.seconds(2)) == "1,200 of 2,400 trials, cell 1 of 2, 600 trials/s, 2 s left")
    #expect(text(.seconds(1), cells: 1) == "1,200 of 2,400 trials, 1,200 trials/s, 1 s left")
    #expect(text(.zero) == "1,200 of 2,400 trials, cell 1 of 2")
    #expect(text(.seconds(61)).hasSuffix(", 19 trials/s, 1 min 1 s left"))
    #expect(text(.seconds(3660)).hasSuffix(", 0 trials/s, 1 h 1 min left"))
  }
}
