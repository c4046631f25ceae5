import Experiments
import Files
import Guarantees
import JSON
import Reports

/// A folder of attacks, written as scenario files.
struct AttackFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Writes the attacks of a certificate that replay successfully, with their descriptions from the
  /// report.
  func write(
    _ certificate: Certificate, as report: CertificateReport, named name: String,
    in console: Console
  ) throws(CommandFailure) {
    do throws(FileError) {
      try FileSystem.createFolder(path)
      for answer in certificate.answers {
        let words = "\(name)-\(answer.guarantee.rawValue)-\(answer.actions.rawValue)"
          .replacing("_", with: "-")
        guard
          let scenario = AttackScenario(
            of: answer, to: certificate.question, named: words,
            description: report.sentence(onAttackOf: answer))
        else { continue }
        if scenario.shows(answer) {
          let text = scenario.json.text(.indented) + "\n"
          try FileSystem.write(Array(text.utf8), to: "\(path)/\(words).json")
        } else {
          console.writeError("\(words): this attack cannot be written as a scenario\n")
        }
      }
    } catch {
      throw CommandFailure(error)
    }
  }
}
