/// A property in which proposals differ: their action or their target.
public struct ProposalTrait: Sendable, Equatable {
  /// The name of the property, such as `target`.
  public let name: String
  /// The value of each proposal; nil for none.
  public let values: [String?]

  /// A property, with its value for each proposal.
  public init(_ name: String, values: [String?]) {
    self.name = name
    self.values = values
  }

  /// The actions of the proposals.
  public static func actions(_ values: [String?]) -> ProposalTrait {
    ProposalTrait("action", values: values)
  }

  /// The targets of the proposals.
  public static func targets(_ values: [String?]) -> ProposalTrait {
    ProposalTrait("target", values: values)
  }

  /// The different values in the order of their first proposals, each with its proposals.
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
