extension VotingRules {
  /// The weight of each voter of some groups, after any cap; 0 for a group without voters.
  ///
  /// - Parameter counts: the number of voters of each group, in the order of the rules.
  package func weights(ofGroups counts: [Int]) -> [Double] {
    var first = 0
    return counts.map { count in
      defer { first += count }
      return count > 0 ? weights[first] : 0
    }
  }
}
