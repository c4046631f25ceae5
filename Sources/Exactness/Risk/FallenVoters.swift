import Agents

/// The ways in which an adversary can choose whom it controls.
///
/// Of voters who err alike and independently, or who all share one view, it controls the heaviest:
/// what it can do with a light vote beside a heavy one that errs, it can do with the heavy one beside
/// the light one. Whom else it controls is a choice, and each is tried. Where the choices are too many,
/// some are rounded up to more voters than it controls, by which it can only gain.
struct FallenVoters {
  /// A choice.
  struct Choice: Equatable {
    /// The number of controlled voters of each group.
    let counts: [Int]
    /// Whether they are as many as the adversary may control, and not more.
    let isTrue: Bool
  }

  /// Groups of which the adversary controls the heaviest voters.
  private struct Class {
    /// The groups, heaviest voters first.
    var groups: [Int]
    var count: Int
  }

  private let groupSizes: [Int]
  /// The classes; that with the most voters comes last.
  private let classes: [Class]

  /// The most choices that are tried.
  private let choicesMax: Int

  init(_ electorate: FallibleElectorate, choicesMax: Int) {
    groupSizes = electorate.groups.map(\.count)
    self.choicesMax = choicesMax
    var classes: [Class] = []
    let heaviestFirst = electorate.groups.indices.sorted {
      electorate.weights[$0] > electorate.weights[$1]
    }
    for place in heaviestFirst {
      let group = electorate.groups[place]
      let like = classes.firstIndex { electorate.areAlike(place, $0.groups[0]) }
      if let like {
        classes[like].groups.append(place)
        classes[like].count += group.count
      } else {
        classes.append(Class(groups: [place], count: group.count))
      }
    }
    self.classes = classes.sorted { $0.count < $1.count }
  }

  /// The choices of an adversary who controls a number of voters.
  ///
  /// None of the others is better for it.
  func choices(_ faults: Int) -> [Choice] {
    var step = 1
    while choiceCount(step) > Double(choicesMax) { step *= 2 }
    var choices: [Choice] = []
    func choose(_ chosen: [Int], least: Int) {
      let last = classes.count - 1
      if chosen.count < last {
        for first in stride(from: 0, through: classes[chosen.count].count, by: step) {
          // The last of so many numbers stands for them all.
          let taken = min(first + step - 1, classes[chosen.count].count)
          choose(chosen + [taken], least: least + first)
        }
        return
      }
      let size = classes[last].count
      let rest = min(size, faults - least)
      if rest < 0 || chosen.reduce(0, +) + size < faults { return }
      let counts = counts(of: chosen + [rest])
      let isTrue = counts.reduce(0, +) == faults
      choices.append(Choice(counts: counts, isTrue: isTrue))
      let exact = faults - chosen.reduce(0, +)
      if !isTrue && 0...size ~= exact {
        choices.append(Choice(counts: self.counts(of: chosen + [exact]), isTrue: true))
      }
    }
    if !classes.isEmpty { choose([], least: 0) }
    return choices
  }

  /// How many choices there are if the numbers of each class but the last go up in steps.
  private func choiceCount(_ step: Int) -> Double {
    classes.dropLast().reduce(1) { $0 * Double($1.count / step + 1) }
  }

  /// The number of controlled voters of each group, given those of each class.
  private func counts(of taken: [Int]) -> [Int] {
    var counts = groupSizes.map { _ in 0 }
    for (place, taken) in taken.enumerated() {
      var rest = taken
      for group in classes[place].groups {
        counts[group] = min(rest, groupSizes[group])
        rest -= counts[group]
      }
    }
    return counts
  }
}

extension FallibleElectorate {
  /// Whether the voters of two groups err alike, and whether two of them err together does not
  /// depend on their groups.
  fileprivate func areAlike(_ place: Int, _ other: Int) -> Bool {
    let (one, two) = (groups[place].role, groups[other].role)
    return isViewShared
      || (one.accuracy == two.accuracy && one.abstain == two.abstain && one.correlation == 0
        && two.correlation == 0)
  }
}
