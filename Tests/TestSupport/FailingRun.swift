/// One failing run of a property's body: the choices made and how it failed.
package struct FailingRun: Equatable, Sendable {
  package var values: [UInt64]
  package var bounds: [UInt64]
  package var spans: [Draw.Span]
  package var failure: Failure

  /// How a case failed: two failures of one kind count as the same bug.
  package struct Failure: Equatable, Sendable {
    package var kind: String
    package var message: String

    init(_ error: any Error) {
      message = String(describing: error)
      if let requirement = error as? RequirementFailure {
        kind = requirement.place
      } else {
        kind = String(reflecting: type(of: error))
      }
    }
  }

  /// Shorter is simpler; among equally long ones the first lower choice decides.
  func isSimpler(than other: FailingRun) -> Bool {
    if values.count != other.values.count { return values.count < other.values.count }
    return values.lexicographicallyPrecedes(other.values)
  }
}
