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

  /// A folder for the attacks of certificates with some names; throws if it cannot take one.
  ///
  /// All names are tried before anything is computed or written.
  init(
    _ path: String, named names: [String], besides inputs: [InputPath]
  ) throws(CommandFailure) {
    self.path = path
    self.inputs = inputs
    do throws(FileError) {
      try FileSystem.createFolder(path)
    } catch {
      throw CommandFailure(error)
    }
    for name in names {
      for guarantee in Guarantee.allCases {
        for actions in ActionKind.allCases {
          _ = try file(Self.words(name, guarantee, actions))
        }
      }
    }
  }

  /// Writes the attacks of a certificate that replay successfully, with descriptions.
  func write(
    _ certificate: Certificate, named name: String, in console: Console
  ) throws(CommandFailure) {
    for answer in certificate.answers {
      let words = Self.words(name, answer.guarantee, answer.actions)
      guard
        let scenario = AttackScenario(
          of: answer, to: certificate.question, named: words,
          description: CertificateReport.sentence(onAttackOf: answer, to: certificate.question))
      else { continue }
      if scenario.shows(answer) {
        try file(words).write(scenario.json.text(.indented) + "\n")
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

  private func file(_ words: String) throws(CommandFailure) -> OutputFile {
    try OutputFile("\(path)/\(words).json", .attack(named: words), besides: inputs)
  }
}
