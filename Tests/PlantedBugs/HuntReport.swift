import Foundation

/// What a hunt has found, as a table.
struct HuntReport {
  /// What came of each bug.
  let verdicts: [Hunt.Verdict]

  /// The least share of bugs that must be caught.
  static let caughtShareMin = 0.98

  /// The bugs that no test has found.
  var survivors: [Hunt.Verdict] { verdicts.filter { $0.catcher == nil } }

  /// Whether enough are caught.
  var isGood: Bool {
    Double(verdicts.count - survivors.count) >= Self.caughtShareMin * Double(verdicts.count)
  }

  /// A line a bug, and the sum.
  var text: String {
    let nameWidth = (verdicts.map(\.bug.name.count) + [3]).max() ?? 3
    func row(_ name: String, _ seconds: String, _ catcher: String) -> String {
      let gap = String(repeating: " ", count: nameWidth - name.count + 2)
      let indent = String(repeating: " ", count: max(0, 7 - seconds.count))
      return name + gap + indent + seconds + "  " + catcher
    }
    var lines = [row("bug", "seconds", "caught by")]
    lines += verdicts.map {
      row($0.bug.name, String(format: "%.1f", $0.seconds), $0.catcher ?? "SURVIVED")
    }
    let caught = verdicts.count - survivors.count
    lines += ["", "\(caught) of \(verdicts.count) bugs caught"]
    lines += survivors.map { "survived: \($0.bug.name): \($0.bug.why)" }
    return lines.joined(separator: "\n")
  }
}
