/// What safeguards can do about gaps in a certificate.
package struct RepairAdvice: Sendable {
  /// Repairs that help in one place and not in another.
  package struct Trade: Sendable {
    /// The fewest safeguards that do this.
    package let repairs: [Repair]
    /// The gaps that they leave.
    package let leftOpen: [GuaranteeAnswer]
    /// The guarantees that hold against the advertised number of faulty voters without these
    /// repairs, and not certainly with them; as answered without them.
    package let opened: [GuaranteeAnswer]
  }

  /// The fewest safeguards that close all gaps and open no other; nil if there are none.
  package let repairs: [Repair]?
  /// What is left to choose from otherwise: what closes all gaps and opens the fewest others, and
  /// what opens none and leaves the fewest gaps; each if there is such a set.
  package let trades: [Trade]

  /// The advice where there are no gaps.
  package static let nothing = RepairAdvice(repairs: [], trades: [])

  /// The sets of repairs that are spoken of.
  package var choices: [[Repair]] { repairs.map { [$0] } ?? trades.map(\.repairs) }
}
