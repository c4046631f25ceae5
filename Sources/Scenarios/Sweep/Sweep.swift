import Forms
import JSON
import Text

/// The axes of a sweep with the positions of their values.
struct Sweep {
  struct Axis {
    let text: String
    let path: ScenarioPath
    let keyOffset: Int
    var values: [JSONNode]
  }

  private(set) var byPath: [Axis] = []

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
    for ((text, place), node) in zip(members, nodes) {
      if let axis = axis(text, place, keyOffset: node.keyOffset) { byPath.append(axis) }
    }
    if cellCount == nil {
      cursor.report(
        "the axes have too many cells; at most \(ScenarioLimits.cellsMax) are allowed")
    }
  }

  private func axis(_ text: String, _ place: JSONCursor, keyOffset: Int) -> Axis? {
    guard let path = ScenarioPath(text) else {
      place.report("'\(text.shortened)' is not a valid path; use \(ScenarioPath.syntax)")
      return nil
    }
    if let reason = path.reasonAgainstSweeping {
      place.report("this field cannot be swept: \(reason)")
      return nil
    }
    if let other = byPath.first(where: { $0.path.overlaps(path) }) {
      place.report("the path overlaps with the axis '\(other.text)'; axes must not overlap")
      return nil
    }
    guard let values = values(place) else { return nil }
    return Axis(text: text, path: path, keyOffset: keyOffset, values: values)
  }

  private func values(_ place: JSONCursor) -> [JSONNode]? {
    switch place.node.content {
    case .array: return listedValues(place)
    case .object:
      guard let range = SweepRange.form.read(place), place.isSound else { return nil }
      return range.values(at: place)?.map {
        JSONNode(content: .number($0), offset: place.node.offset)
      }
    default:
      return place.mismatch("a list of values, or an object with the keys from, to and step")
    }
  }

  private func listedValues(_ place: JSONCursor) -> [JSONNode]? {
    guard let elements = place.array() else { return nil }
    if elements.isEmpty { place.report("the list is empty; at least one value is needed") }
    if elements.count > ScenarioLimits.cellsMax {
      place.report(
        "the list has \(elements.count) values; at most \(ScenarioLimits.cellsMax) are allowed")
      return nil
    }
    var seen: Set<String> = []
    for element in elements {
      let text = element.node.value.canonical.text()
      if !seen.insert(text).inserted {
        element.report("\(text.shortened) is listed twice; each value may be listed once")
      }
    }
    return place.isSound ? elements.map(\.node) : nil
  }
}

extension Sweep {
  /// The number of all combinations; nil if it is too large.
  var cellCount: Int? {
    var count = 1
    for axis in byPath {
      count *= axis.values.count
      if count > ScenarioLimits.cellsMax { return nil }
    }
    return count
  }

  /// The axes with their values, without positions.
  var axes: [SweepAxis] {
    byPath.map { SweepAxis(path: $0.text, values: $0.values.map(\.value.canonical)) }
  }

  /// The index of the value of each axis in a cell; the last axis changes fastest.
  func choices(ofCell index: Int) -> [Int] {
    var rest = index
    var choices: [Int] = []
    for axis in byPath.reversed() {
      choices.append(rest % axis.values.count)
      rest /= axis.values.count
    }
    return choices.reversed()
  }

  /// The document of a cell; a path that does not exist is reported, and changes nothing.
  func document(of root: JSONNode, choices: [Int], log: ProblemLog) -> JSONNode {
    zip(byPath, choices).reduce(root) { document, choice in
      let (axis, index) = choice
      do throws(PathFailure) {
        return try document.replacing(
          axis.path, with: axis.values[index], keyOffset: axis.keyOffset)
      } catch {
        log.report(error.message, path: "sweep.\(axis.text)", offset: axis.keyOffset)
        return document
      }
    }
  }

  /// Replaces the values of an axis by the value of an override.
  mutating func fix(_ path: ScenarioPath, to value: JSONNode) {
    for index in byPath.indices where byPath[index].path == path {
      byPath[index].values = [value]
    }
  }

  /// The positions of the axes and their values.
  var offsets: Set<Int> {
    byPath.reduce(into: []) { offsets, axis in
      offsets.insert(axis.keyOffset)
      for value in axis.values { value.collectOffsets(into: &offsets) }
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
    default: break
    }
  }
}
