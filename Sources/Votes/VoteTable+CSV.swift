import CSV
import Consensus
import Text

extension VoteTable {
  /// Reads a table with the header `voter,[label,]proposal…` and a row for each voter, with cells
  /// approve, reject, abstain or empty; throws all problems.
  public init(csv text: [UInt8]) throws(TextProblems) {
    if let problem = TextProblem.foreignEncoding(of: text) { throw TextProblems([problem]) }
    var rows: [[CSVReader.Field]] = []
    var reader = CSVReader(text, isLenient: true)
    do {
      while let row = try reader.nextRecord() { rows.append(row) }
    } catch {
      throw TextProblems([error])
    }
    var check = VoteTableCheck()
    guard let header = rows.first, check.accepts(header: header) else {
      throw TextProblems(check.problemsOfHeader(rows.first))
    }
    let hasLabels = header.count > 1 && header[1].text == "label"
    let first = hasLabels ? 2 : 1
    let voters = rows.dropFirst()
    var votes = VoteMatrix(voterCount: voters.count, proposalCount: header.count - first)
    for (voter, row) in voters.enumerated() {
      guard check.accepts(row, columns: header.count) else { continue }
      for (column, field) in row.enumerated().dropFirst(first) where !field.text.isEmpty {
        if let vote = check.vote(field, of: row[0].text, on: header[column].text) {
          votes.set(vote, of: voter, on: column - first)
        }
      }
    }
    check.requireVoters(voters.count)
    guard check.problems.isEmpty else { throw TextProblems(check.problems) }
    self.init(
      voters: voters.map { $0[0].text }, labels: hasLabels ? voters.map { $0[1].text } : nil,
      proposals: header[first...].map(\.text), votes: votes)
  }
}

/// The problems of a table of votes, collected while it is read.
private struct VoteTableCheck {
  private(set) var problems: [TextProblem] = []
  private var knownVoters: Set<ExactText> = []

  private static let words = ["approve", "reject", "abstain"]
  private static let problemsMax = 100

  mutating func accepts(header: [CSVReader.Field]) -> Bool {
    guard header[0].text == "voter" else { return false }
    let isLabelled = header.count > 1 && header[1].text == "label"
    let names = header.dropFirst(isLabelled ? 2 : 1)
    var known: Set<ExactText> = []
    for name in names where !known.insert(ExactText(name.text)).inserted {
      add(name.position, name.text, "there is already a proposal with this name; names must differ")
    }
    if names.isEmpty {
      add(header[0].position, "voter", "there are no proposals; at least one is needed")
    }
    return !names.isEmpty
  }

  func problemsOfHeader(_ header: [CSVReader.Field]?) -> [TextProblem] {
    if !problems.isEmpty { return problems }
    let position = header?[0].position ?? .start
    let found = header.map { "it begins with '\($0[0].text.shortened)'" } ?? "the file is empty"
    return [
      TextProblem(
        position: position, path: "$",
        message: "the header must be voter,[label,]proposal…, but \(found)")
    ]
  }

  mutating func accepts(_ row: [CSVReader.Field], columns: Int) -> Bool {
    let voter = row[0]
    if !knownVoters.insert(ExactText(voter.text)).inserted {
      add(
        voter.position, voter.text, "there is already a row for this voter; each voter has one row")
    }
    if row.count == columns { return true }
    add(
      voter.position, voter.text,
      "the row has \(row.count) fields; it must have \(columns), as the header has")
    return false
  }

  mutating func vote(
    _ field: CSVReader.Field, of voter: String, on proposal: String
  ) -> VoteValue? {
    if let vote = VoteValue(rawValue: field.text) { return vote }
    let hint = spellingHint(for: field.text, among: Self.words)
    add(
      field.position, "\(voter).\(proposal)",
      "'\(field.text.shortened)' is not a valid vote\(hint); "
        + "use approve, reject, abstain or an empty field")
    return nil
  }

  mutating func requireVoters(_ count: Int) {
    if count < 2 && problems.isEmpty {
      add(
        .start, "$",
        "there \(count == 0 ? "are no voters" : "is one voter"); at least two are needed")
    }
  }

  private mutating func add(_ position: TextPosition, _ path: String, _ message: String) {
    guard problems.count < Self.problemsMax else { return }
    problems.append(TextProblem(position: position, path: path.shortened, message: message))
  }
}
