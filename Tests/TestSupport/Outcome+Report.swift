extension Outcome {
  /// What to tell the reader of a failed test; nothing for one that passed.
  package func report(on property: String, rerun: String, seedFile: String) -> String? {
    switch self {
    case .passed:
      nil
    case .failed(let example):
      example.report(on: property, rerun: rerun, seedFile: seedFile)
    case .vacuous(let premises, let cases):
      "\(property): none of \(cases) cases met \(Self.list(premises)), so it shows nothing"
    case .undeclared(let premises):
      "\(property): met \(Self.list(premises)), which `premises:` does not declare"
    }
  }

  private static func list(_ premises: [String]) -> String {
    premises.map { "'\($0)'" }.joined(separator: ", ")
  }
}
