/// For how much the cost of false approvals may change, beside all other costs, before another
/// configuration does less harm at worst.
package struct CostStability: Equatable, Sendable {
  /// The least factor; 0 if there is no other.
  package let least: Double
  /// The place of the configuration that is better below it; nil if none is.
  package let betterBelow: Int?
  /// The greatest factor; nil if there is none.
  package let greatest: Double?
  /// The place of the configuration that is better above it; nil if none is.
  package let betterAbove: Int?
}

/// The harm of an adversary, by the factor of the cost of false approvals.
struct HarmLine: Equatable, Sendable {
  /// The harm of false approvals at a factor of 1.
  let falseApprovals: Double
  /// The harm of all else.
  let rest: Double
}

extension CostStability {
  /// The stability of a configuration among others, each with its harm by each adversary; nil of
  /// those that are no rivals.
  ///
  /// The harm at worst is the largest of some lines. So each range begins and ends where two lines
  /// meet.
  init(of chosen: Int, among lines: [[HarmLine]?]) {
    var (least, below) = (0.0, nil as Int?)
    var (greatest, above) = (nil as Double?, nil as Int?)
    for (place, rival) in lines.enumerated() where place != chosen {
      guard let rival, let own = lines[chosen] else { continue }
      for line in own {
        // Where every line of the rival is below this one, the rival is better.
        var (from, to) = (0.0, Double.infinity)
        for other in rival { line.narrow(&from, &to, above: other) }
        if from >= to { continue }
        if to > 1, greatest.map({ max(from, 1) < $0 }) ?? true {
          (greatest, above) = (max(from, 1), place)
        }
        if from < 1, min(to, 1) > least {
          (least, below) = (min(to, 1), place)
        }
      }
    }
    self.init(least: least, betterBelow: below, greatest: greatest, betterAbove: above)
  }
}

extension HarmLine {
  /// Narrows a range of factors to those at which this line is above another one.
  fileprivate func narrow(_ from: inout Double, _ to: inout Double, above other: HarmLine) {
    let slope = Self.difference(falseApprovals, other.falseApprovals)
    let start = Self.difference(rest, other.rest)
    // Lines that meet at the costs as they are often do so but for rounding.
    let meeting = -start / slope
    let end = (meeting - 1).magnitude < 1e-9 ? 1 : meeting
    if slope > 0 {
      from = max(from, end)
    } else if slope < 0 {
      to = min(to, end)
    } else if start <= 0 {
      to = from
    }
  }

  /// A difference, without what rounding makes of different sums.
  private static func difference(_ one: Double, _ other: Double) -> Double {
    one.isClearlyAbove(other) || other.isClearlyAbove(one) ? one - other : 0
  }
}
