import CSV
import Experiments
import Metrics
import Scenarios

/// `trials.csv`: a row for each cell and trial, with the exact counts of the trial.
extension TrialTable {
  private static let lineEnd = UInt8(ascii: "\n")

  /// The table in the format of RFC 4180.
  public var csv: [UInt8] {
    var text = Self.header(of: file)
    for (cell, trials) in zip(file.cells, cells) {
      let start = Self.start(of: cell, in: file)
      for (index, counts) in trials.enumerated() {
        text += start
        text.append(contentsOf: "\(index + 1),".utf8)
        counts.append(to: &text)
        text.append(Self.lineEnd)
      }
    }
    return text
  }

  /// Reads a table of a scenario in exactly the written form; nil for any other text.
  public init?(csv text: [UInt8], of file: ScenarioFile) {
    let header = Self.header(of: file)
    guard text.starts(with: header), text.last == Self.lineEnd else { return nil }
    var place = header.count
    var cells: [[TrialCounts]] = []
    for cell in file.cells {
      let start = Self.start(of: cell, in: file)
      var trials: [TrialCounts] = []
      for number in 1...cell.scenario.trials {
        guard let end = text[place...].firstIndex(of: Self.lineEnd) else { return nil }
        let key = start + Array("\(number),".utf8)
        let line = text[place..<end]
        // reads back: the counts are those that were written.
        guard line.starts(with: key), let counts = TrialCounts(text: line.dropFirst(key.count))
        else { return nil }
        trials.append(counts)
        place = end + 1
      }
      cells.append(trials)
    }
    guard place == text.count else { return nil }
    self.init(file, cells: cells)
  }

  private static func header(of file: ScenarioFile) -> [UInt8] {
    let names = ["scenario", "cell"] + file.axes.map(\.name) + ["trial"] + TrialCounts.names
    return DataTable(header: names, rows: []).csv
  }

  /// The start of all lines of a cell.
  private static func start(of cell: ScenarioCell, in file: ScenarioFile) -> [UInt8] {
    let fields =
      [file.name, String(cell.number)] + cell.axes.map(\.value.plainText)
    var line = DataTable(header: fields, rows: []).csv
    line[line.count - 1] = UInt8(ascii: ",")
    return line
  }
}
