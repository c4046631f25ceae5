import Consensus
import JSON
import Text

/// The largest sizes of a trace: bounds far beyond sensible use, so that a hostile trace is reported
/// instead of filling the memory.
package enum TraceLimits {
  /// The largest file, in bytes.
  package static let fileByteCountMax = 500_000_000
  /// The most voters of a protocol, as many as in a scenario.
  package static let votersMax = 100_000
  /// The most voters whose agreement is written out: it has a number for each two of them.
  package static let agreementVotersMax = 1000
  /// The most voters among whom blocs are searched, which compares each two of them.
  package static let blocVotersMax = 10_000
  /// The most values in all answers together, which are kept until all are known.
  package static let answerValuesMax = 4_000_000

  /// Why an operation is too much for a protocol; nil if it is not.
  static func problem(with operation: TraceOperation, voters: Int) -> String? {
    let most: Int
    switch operation {
    case .agreement: most = agreementVotersMax
    case .blocs, .summary: most = blocVotersMax
    case .create, .propose, .vote, .tally, .execute, .proposal, .proposals, .history, .verify,
      .audit:
      return nil
    }
    if voters <= most { return nil }
    return "there are \(voters.grouped) voters; it compares each two of them, so at most "
      + "\(most.grouped) are allowed"
  }
}

extension JSONValue {
  /// The number of values in a value, itself included.
  var valueCount: Int {
    switch self {
    case .null, .bool, .number, .string: 1
    case .array(let elements): elements.reduce(1) { $0 + $1.valueCount }
    case .object(let object): object.members.reduce(1) { $0 + $1.value.valueCount }
    }
  }
}
