import Consensus
import TestSupport
import Testing

/// A vote matrix, and what the Python prototypes of the detectors find in it; see
/// `generate_prototypes.py` beside the file.
struct PrototypeCase {
  let name: String
  let votes: VoteMatrix
  /// The lines of answers, each split into words, the first being the name of a method.
  let answers: [[String]]

  /// The answers of one method, without its name.
  func answers(of method: String) -> [[String]] {
    answers.filter { $0[0] == method }.map { Array($0.dropFirst()) }
  }

  /// All cases, read once.
  static func all() throws -> [PrototypeCase] { try read.get() }

  private static let read = Result { try cases() }

  private static func cases() throws -> [PrototypeCase] {
    var cases: [PrototypeCase] = []
    var name = ""
    var rows: [String] = []
    var answers: [[String]] = []
    func finish() {
      if rows.isEmpty { return }
      cases.append(PrototypeCase(name: name, votes: VoteMatrix(lines: rows), answers: answers))
      (rows, answers) = ([], [])
    }
    for line in try Fixture.lines("prototypes.txt") {
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "case" {
        finish()
        name = words[1]
      } else if "+-0".contains(words[0].prefix(1)) {
        rows.append(line)
      } else {
        answers.append(words)
      }
    }
    finish()
    try #require(cases.count >= 80)
    return cases
  }
}

extension [[Int]] {
  /// Blocs written as members joined by commas.
  init(words: some Sequence<some StringProtocol>) {
    self = words.map { $0.split(separator: ",").compactMap { Int($0) } }
  }
}
