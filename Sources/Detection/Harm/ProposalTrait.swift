/// Something that proposals differ in: their action, or their target.
public struct ProposalTrait: Sendable, Equatable {
  /// What it is, such as `target`.
  public let name: String
  /// What each proposal has of it; nil for nothing.
  public let values: [String?]

  /// A trait with its value for each proposal.
  public init(_ name: String, values: [String?]) {
    self.name = name
    self.values = values
  }

  /// What each proposal asks for.
  public static func actions(_ values: [String?]) -> ProposalTrait {
    ProposalTrait("action", values: values)
  }

  /// At whom each proposal is aimed.
  public static func targets(_ values: [String?]) -> ProposalTrait {
    ProposalTrait("target", values: values)
  }

  /// The values there are, in the order of their first proposals, each with its proposals.
  var places: [(value: String, proposals: [Int])] {
    var indices: [String: Int] = [:]
    var places: [(value: String, proposals: [Int])] = []
    for (proposal, value) in values.enumerated() {
      guard let value else { continue }
      if let index = indices[value] {
        places[index].proposals.append(proposal)
      } else {
        indices[value] = places.count
        places.append((value, [proposal]))
      }
    }
    return places
  }
}
