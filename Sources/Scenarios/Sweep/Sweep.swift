import Forms
import JSON
import Text

/// The axes of a sweep with the positions of their values.
struct Sweep {
  /// What varies, and how.
  struct Axis {
    /// The path of the field, or the name of the variants.
    let name: String
    let keyOffset: Int
    /// Whether the axis has variants, not values of one field.
    let hasVariants: Bool
    /// The values or variants, in order.
    var choices: [Choice]
  }

  /// A value or a variant of an axis.
  struct Choice {
    /// What rows show: the value, or the label of the variant.
    let shown: JSONValue
    var changes: [Change]
  }

  /// A field with its value.
  struct Change {
    let path: ScenarioPath
    /// The path as written.
    let text: String
    /// The path of the change in the file, for messages.
    let place: String
    let keyOffset: Int
    var value: JSONNode
  }

  private(set) var list: [Axis] = []

  /// No sweep, which means one cell.
  init() {}

  /// Reads a sweep; an axis with problems is reported and left out.
  init(_ cursor: JSONCursor) {
    guard let members = cursor.members(), case .object(let nodes) = cursor.node.content
    else { return }
    if members.count > ScenarioLimits.axesMax {
      cursor.report(
        "there are \(members.count) axes; at most \(ScenarioLimits.axesMax) are allowed")
      return
    }
    var taken = DisjointPaths()
    for ((name, place), node) in zip(members, nodes) {
      let axis = Axis(name, place, keyOffset: node.keyOffset, besides: taken)
      guard let axis else { continue }
      for change in axis.choices.flatMap(\.changes) {
        taken.insert(change.path, writtenAs: name)
      }
      list.append(axis)
    }
    if cellCount == nil {
      cursor.report(
        "the axes have too many cells; at most \(ScenarioLimits.cellsMax) are allowed")
    }
  }
}

extension Sweep {
  /// The number of all combinations; nil if it is too large.
  var cellCount: Int? {
    var count = 1
    for axis in list {
      count *= axis.choices.count
      if count > ScenarioLimits.cellsMax { return nil }
    }
    return count
  }

  /// The axes with their values, without positions.
  var axes: [SweepAxis] { list.map { SweepAxis($0) } }

  /// The index of the value of each axis in a cell; the last axis changes fastest.
  func choices(ofCell index: Int) -> [Int] {
    var rest = index
    var choices: [Int] = []
    for axis in list.reversed() {
      choices.append(rest % axis.choices.count)
      rest /= axis.choices.count
    }
    return choices.reversed()
  }

  /// The document of a cell; a path that does not exist is reported, and changes nothing.
  func document(of root: JSONNode, choices: [Int], log: ProblemLog) -> JSONNode {
    document(of: root, after: zip(list, choices).map { $0.choices[$1] }, log: log)
  }

  /// The document from which all cells follow: with the first value of each swept field, but without
  /// any variant, because others may leave a field as it is.
  func base(of root: JSONNode) -> JSONNode {
    document(
      of: root, after: list.filter { !$0.hasVariants }.map { $0.choices[0] }, log: ProblemLog())
  }

  private func document(
    of root: JSONNode, after choices: [Choice], log: ProblemLog
  ) -> JSONNode {
    choices.flatMap(\.changes).reduce(root) { document, change in
      do throws(PathFailure) {
        return try document.replacing(
          change.path, with: change.value, keyOffset: change.keyOffset)
      } catch {
        log.report(error.message, path: change.place, offset: change.keyOffset)
        return document
      }
    }
  }

  /// Gives a field the value of an override in all cells.
  mutating func fix(_ path: ScenarioPath, to value: JSONNode) {
    for index in list.indices {
      let isSwept = list[index].choices.contains { $0.changes.contains { $0.path == path } }
      guard isSwept else { continue }
      list[index].fix(path, to: value)
    }
  }

  /// The positions of the axes and their values.
  var offsets: Set<Int> {
    list.reduce(into: []) { offsets, axis in
      offsets.insert(axis.keyOffset)
      for change in axis.choices.flatMap(\.changes) {
        offsets.insert(change.keyOffset)
        change.value.collectOffsets(into: &offsets)
      }
    }
  }
}

extension Sweep.Axis {
  /// Gives one of its fields the same value everywhere; of the values of that field alone, one
  /// remains.
  fileprivate mutating func fix(_ path: ScenarioPath, to value: JSONNode) {
    for choice in choices.indices {
      for change in choices[choice].changes.indices
      where choices[choice].changes[change].path == path {
        choices[choice].changes[change].value = value
      }
    }
    if !hasVariants {
      choices = [Sweep.Choice(shown: value.value.resolved, changes: choices[0].changes)]
    }
  }
}

extension JSONNode {
  fileprivate func collectOffsets(into offsets: inout Set<Int>) {
    offsets.insert(offset)
    switch content {
    case .array(let elements):
      for element in elements { element.collectOffsets(into: &offsets) }
    case .object(let members):
      for member in members {
        offsets.insert(member.keyOffset)
        member.value.collectOffsets(into: &offsets)
      }
    case .null, .bool, .number, .string: break
    }
  }
}
