import Foundation

/// What no file may have, whoever wrote it.
enum StyleLimits {
  static let linesMax = 400

  /// What is wrong with a file, as `path:line: what`.
  static func findings(in text: String, path: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var findings: [String] = []
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    if path.hasSuffix(".swift") && count > linesMax {
      findings.append("\(path): \(count) lines, more than \(linesMax)")
    }
    for (index, line) in lines.enumerated() {
      let words = line.split { !$0.isLetter }
      for marker in markers where words.contains(where: { $0 == marker }) {
        findings.append("\(path):\(index + 1): \(marker) is left standing")
      }
      for folder in localFolders where line.contains(folder) {
        findings.append("\(path):\(index + 1): names a folder of one machine, \(folder)")
      }
    }
    return findings
  }

  // Written in halves, or this file would break its own rules.
  private static let markers = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
  private static let localFolders = ["/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", "/ro" + "ot/"]
}
