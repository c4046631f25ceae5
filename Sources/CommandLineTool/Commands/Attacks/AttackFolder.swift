import Consensus
import Experiments
import Files
import Guarantees
import JSON
import Reports

/// A folder of attacks, written as scenario files.
struct AttackFolder {
  private let path: String
  private let inputs: [InputPath]

  /// A folder for attacks with some names; throws if it cannot take one, or if two are the same.
  ///
  /// All names are tried before anything is computed or written.
  init(
    _ path: String, named names: [String], besides inputs: [InputPath]
  ) throws(CommandFailure) {
    var seen = Set<String>()
    if let name = names.first(where: { !seen.insert($0).inserted }) {
      throw .usage(
        "two scenarios would have attacks in \(name).json; "
          + "run the command for each of them, with a folder of its own")
    }
    self.path = path
    self.inputs = inputs
    do throws(FileError) {
      try FileSystem.createFolder(path)
    } catch {
      throw CommandFailure(error)
    }
    for name in names { _ = try file(name) }
  }

  /// Writes an attack.
  func write(_ attack: AttackScenario, named name: String) throws(CommandFailure) {
    try file(name).write(attack.json.text(.indented) + "\n")
  }

  private func file(_ name: String) throws(CommandFailure) -> OutputFile {
    try OutputFile("\(path)/\(name).json", .attack(named: name), besides: inputs)
  }
}

// MARK: Attacks of certificates

extension AttackFolder {
  /// A folder for the attacks of certificates with some names.
  init(
    _ path: String, ofCertificates names: [String], besides inputs: [InputPath]
  ) throws(CommandFailure) {
    let all = names.flatMap { name in
      Guarantee.allCases.flatMap { guarantee in
        ActionKind.allCases.map { Self.words(name, guarantee, $0) }
      }
    }
    try self.init(path, named: all, besides: inputs)
  }

  /// Writes the attacks of a certificate that replay successfully, with descriptions.
  func write(
    _ certificate: Certificate, named name: String, in console: Console
  ) throws(CommandFailure) {
    for answer in certificate.answers {
      let words = Self.words(name, answer.guarantee, answer.actions)
      guard
        let attack = AttackScenario(
          of: answer, to: certificate.question, named: words,
          description: CertificateReport.sentence(onAttackOf: answer, to: certificate.question))
      else { continue }
      if attack.shows(answer) {
        try write(attack, named: words)
      } else {
        console.showError("\(words): this attack cannot be written as a scenario\n")
      }
    }
  }

  private static func words(
    _ name: String, _ guarantee: Guarantee, _ actions: ActionKind
  ) -> String {
    "\(name)-\(guarantee.rawValue)-\(actions.rawValue)".replacing("_", with: "-")
  }
}
