import Reports
import Results
import Synchronization
import Text

/// A line on standard error that shows progress on a terminal.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    var isVisible = false
  }

  private let console: Console
  private let isEnabled: Bool
  private let cells: Int
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// The line for the work on a scenario; invisible if standard error is not a terminal that
  /// can write a line anew.
  init(cells: Int, quiet: Bool, in console: Console) {
    self.cells = cells
    self.console = console
    isEnabled = !quiet && console.obeysCommands(.standardError)
  }

  /// Shows the progress, at most a few times per second.
  func show(_ progress: RunProgress) {
    show { Self.text(progress, cells: cells, after: $0) }
  }

  /// Shows a text, at most a few times per second; the text is made from the time since the start.
  func show(_ text: (Duration) -> String) {
    guard isEnabled else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if let last = state.lastShown, now - last < .milliseconds(200) { return }
      state.lastShown = now
      state.isVisible = true
      console.writeError(
        "\r\(text(now - start).prefix(console.columns(of: .standardError) - 1))\u{1B}[K")
    }
  }

  /// Removes the line.
  func clear() {
    state.withLock { state in
      if state.isVisible { console.writeError("\r\u{1B}[K") }
      state.isVisible = false
    }
  }

  /// The text of the line.
  static func text(_ progress: RunProgress, cells: Int, after time: Duration) -> String {
    var parts = ["\(progress.trialsDone.grouped) of \(progress.trials.grouped) trials"]
    if cells > 1 { parts.append("cell \(progress.cell + 1) of \(cells)") }
    let seconds = time / .seconds(1)
    let run = progress.trialsDone - progress.trialsResumed
    if run > 0 && seconds > 0 {
      let rate = Double(run) / seconds
      parts.append("\(Int(rate).grouped) trials/s")
      let left = Double(progress.trials - progress.trialsDone) / rate
      parts.append("\(timeText(Int(left.rounded(.up)))) left")
    }
    return parts.joined(separator: ", ")
  }

  /// A time in its two largest units.
  private static func timeText(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}
