import Consensus

extension CourseSums {
  /// Draws of the groups of a pool in which it makes a difference who acts.
  struct PoolCase {
    var probability = 1.0
    /// The draw of each such group and the number of those who act.
    var groups: [(group: ProposalCourse.Group, draw: ProposalCourse.Draw, acting: Int)] = []
  }

  /// The cases of all groups that act, each with the number of those who do.
  var poolCases: [PoolCase] {
    var cases = [PoolCase()]
    for group in course.pool where group.conduct.isAny {
      cases = cases.flatMap { earlier in
        group.draws.filter { $0.probability > 0 }.flatMap { draw in
          binomial(group.count, draw.share, or: 1 - draw.share).enumerated().filter {
            $0.element > 0
          }.map {
            acting, chance in
            var next = earlier
            next.probability *= draw.probability * chance
            next.groups.append((group, draw, acting))
            return next
          }
        }
      }
    }
    return cases
  }

  /// The probabilities of the votes of the pool at the end.
  func ends(_ pool: PoolCase, _ states: PoolStates) -> [Double] {
    var mixture: [(probability: Double, tables: [[Double]])] = [(1, classes.map(\.nobody))]
    var earlier = classes.map { _ in 0 }
    for group in course.pool {
      let given = pool.groups.first { $0.group.number == group.number }
      let draws = given.map { [$0.draw] } ?? group.draws.filter { $0.probability > 0 }
      let isJoint = !group.victimsByPlace.isEmpty && draws.count > 1
      let counts = classCounts(of: group)
      if isJoint {
        mixture = mixture.flatMap { part in
          draws.map { draw in
            (
              part.probability * draw.probability,
              tables(part.tables, adding: group, draw, given?.acting, counts, earlier)
            )
          }
        }
      } else {
        for place in mixture.indices {
          let parts = draws.map { draw in
            tables(mixture[place].tables, adding: group, draw, given?.acting, counts, earlier)
          }
          let shares = given == nil ? draws.map(\.probability) : [1]
          mixture[place].tables = weighted(parts, shares)
        }
      }
      for (place, count) in counts { earlier[place] += count }
    }
    var sum = Array(repeating: 0.0, count: states.count)
    for (probability, tables) in mixture {
      for (number, chance) in states.joined(tables).enumerated() {
        sum[number] += probability * chance
      }
    }
    return sum
  }

  /// The classes of the voters of a group, each with their number.
  private func classCounts(of group: ProposalCourse.Group) -> [(place: Int, count: Int)] {
    let rest =
      classOfGroup[group.number].map { [($0, group.count - group.victimsByPlace.count)] } ?? []
    let victims = group.victimsByPlace.values.sorted().compactMap { victim in
      classes.firstIndex { $0.victim == victim }.map { ($0, 1) }
    }
    return rest + victims
  }

  private func tables(
    _ tables: [[Double]], adding group: ProposalCourse.Group, _ draw: ProposalCourse.Draw,
    _ acting: Int?, _ counts: [(place: Int, count: Int)], _ earlier: [Int]
  ) -> [[Double]] {
    var tables = tables
    for (place, count) in counts {
      let kept = classes[place]
      // Only groups without victims act, so all of them are in one class.
      let active = acting ?? 0
      var table = tables[place]
      if let acting = draw.acting, active > 0 {
        table = kept.adding(active, heard(acting, in: kept), to: table, of: earlier[place])
      }
      let others = acting == nil && draw.share > 0 ? draw.mixed : draw.other
      tables[place] = kept.adding(
        count - active, heard(others, in: kept), to: table, of: earlier[place] + active)
    }
    return tables
  }

  private func heard(_ chances: HeardChances, in kept: PoolClass) -> HeardChances {
    if kept.kinds.contains(.abstain) { return chances }
    var heard = chances
    heard.missing += heard.abstain
    heard.abstain = 0
    return heard
  }

  /// The weighted sum of several tables for each class; the shares sum to 1.
  private func weighted(_ parts: [[[Double]]], _ shares: [Double]) -> [[Double]] {
    if parts.count == 1 { return parts[0] }
    return parts[0].indices.map { place in
      parts[0][place].indices.map { state in
        parts.indices.reduce(0) { $0 + shares[$1] * parts[$1][place][state] }
      }
    }
  }
}

extension ProposalCourse.Draw {
  /// The votes of a voter of whom nobody knows whether it acts.
  fileprivate var mixed: HeardChances {
    guard let acting else { return other }
    func mix(_ chance: (HeardChances) -> Double) -> Double {
      share * chance(acting) + (1 - share) * chance(other)
    }
    return HeardChances(
      approve: mix(\.approve), reject: mix(\.reject), abstain: mix(\.abstain),
      missing: mix(\.missing))
  }
}
