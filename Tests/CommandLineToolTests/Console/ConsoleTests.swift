import Testing
import Text

@testable import CommandLineTool

struct ConsoleTests {
  private typealias World = RecordingDevice.World

  @Test(arguments: [
    ([:], true), (["NO_COLOR": ""], true), (["TERM": "xterm"], true),
    (["NO_COLOR": "1"], false), (["NO_COLOR": "0"], false),
    (["TERM": "dumb"], false), (["TERM": "dumb", "NO_COLOR": ""], false),
  ])
  func coloursDependOnTheEnvironment(environment: [String: String], isEnabled: Bool) {
    let world = World(environment: environment, terminals: [.standardOutput])
    var console = Console(device: RecordingDevice(world))
    #expect(console.style(for: .standardOutput).isEnabled == isEnabled)
    #expect(!console.style(for: .standardError).isEnabled)
    console.forbidsColor = true
    #expect(!console.style(for: .standardOutput).isEnabled)
  }

  @Test func coloursAreForTerminalsEachStreamJudgedByItself() {
    let console = Console(device: RecordingDevice(World(terminals: [.standardError])))
    #expect(console.style(for: .standardError).isEnabled)
    #expect(!console.style(for: .standardOutput).isEnabled)
    #expect(console.isTerminal(.standardError) && !console.isTerminal(.standardOutput))
  }

  @Test(arguments: [(nil, 80), (132, 132), (20, 40)])
  func columnsAreTheTerminalsWithinReason(columns: Int?, expected: Int) {
    let world = World(terminals: [.standardOutput], columns: columns)
    let console = Console(device: RecordingDevice(world))
    #expect(console.columns(of: .standardOutput) == expected)
    #expect(console.columns(of: .standardError) == 80)
  }

  @Test(arguments: [("100", 100), ("20", 40), ("x", 80), ("", 80), ("-3", 40), ("999999", 10_000)])
  func withoutATerminalTheEnvironmentSaysHowManyColumns(text: String, expected: Int) {
    var world = World(environment: ["COLUMNS": text])
    #expect(Console(device: RecordingDevice(world)).columns(of: .standardOutput) == expected)
    world = World(environment: ["COLUMNS": text], terminals: [.standardOutput], columns: 132)
    #expect(Console(device: RecordingDevice(world)).columns(of: .standardOutput) == 132)
  }

  @Test func nothingMovesOnADumbTerminal() {
    for (term, obeys) in [("dumb", false), ("xterm", true)] {
      let console = Console(
        device: RecordingDevice(
          World(environment: ["TERM": term], terminals: [.standardError])))
      #expect(console.obeysCommands(.standardError) == obeys)
      #expect(!console.obeysCommands(.standardOutput))
    }
  }

  /// A name from a file can neither bring a colour nor hide one.
  @Test func newsHaveColoursWhereTheTerminalHas() throws {
    let text = [
      TonedText("a\u{1B}b "), TonedText("p\u{1B}", .good), TonedText(" "),
      TonedText("i", .doubtful), TonedText("f", .bad), TonedText("\n"),
    ].joined()
    for (terminals, shown) in [
      ([], "a\\u{1B}b p\\u{1B} if\n"),
      (
        [OutputStream.standardOutput],
        "a\\u{1B}b \u{1B}[32mp\\u{1B}\u{1B}[0m \u{1B}[33mi\u{1B}[0m\u{1B}[1;31mf\u{1B}[0m\n"
      ),
    ] {
      let device = RecordingDevice(World(terminals: Set(terminals)))
      try Console(device: device).show(text)
      #expect(device.output == shown)
    }
  }

  @Test func marksSurroundTheTextOrAreLeftOut() {
    #expect(TextStyle(isEnabled: true).error("x") == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(TextStyle(isEnabled: true).heading("x") == "\u{1B}[1mx\u{1B}[0m")
    #expect(TextStyle(isEnabled: false).error("x") == "x")
  }
}
