import JSON
import Text

/// The document of a scenario after its overrides.
///
/// Everything from an override has an offset below 0, which distinguishes it from the text.
struct OverriddenDocument {
  /// The document, with the axes of the overrides in its sweep.
  var root: JSONNode
  /// The fields to which overrides gave a value.
  private(set) var fields: [(path: ScenarioPath, value: JSONNode)] = []
  private let overrides: [ScenarioOverride]
  private let log: ProblemLog

  /// Applies overrides in order, and reports those that do not fit.
  init(_ document: JSONDocument, _ overrides: [ScenarioOverride], log: ProblemLog) {
    root = document.root
    self.overrides = overrides
    self.log = log
    for index in overrides.indices {
      switch overrides[index].kind {
      case .field: setField(index)
      case .axis: setAxis(index)
      }
    }
  }

  // MARK: Fields

  private mutating func setField(_ index: Int) {
    let (override, offset) = (overrides[index], overrides.offset(of: index))
    guard let path = ScenarioPath(override.path) else {
      return log.report(
        "this is not a valid path; use \(ScenarioPath.syntax)", path: "$", offset: offset)
    }
    let value = override.node(at: offset, log: log)
    do throws(PathFailure) {
      root = try root.replacing(path, with: value, keyOffset: offset)
      fields.append((path, value))
    } catch {
      log.report(error.message, path: override.path, offset: offset)
    }
  }

  /// The document with the first of several values in place of them all, and the path of the field;
  /// nil if the override to which an offset belongs does not give a field several values.
  func trying(firstValueAt offset: Int) -> (root: JSONNode, path: String)? {
    guard let index = overrides.index(ofOffset: offset), overrides[index].kind == .field,
      let path = ScenarioPath(overrides[index].path), path.reasonAgainstSweeping == nil,
      let first = overrides[index].firstOfSeveral(at: offset),
      let root = try? root.replacing(path, with: first, keyOffset: offset)
    else { return nil }
    return (root, overrides[index].path)
  }

  // MARK: Axes

  private mutating func setAxis(_ index: Int) {
    let (override, offset) = (overrides[index], overrides.offset(of: index))
    if let other = contradiction(toAxis: index) {
      return log.report(
        "'\(other.description.shortened)' is given, too; use only one of them",
        path: override.path, offset: offset)
    }
    let sweep = root.member("sweep")
    var axes: [JSONNode.Member] = []
    switch sweep?.content {
    case .object(let members): axes = members
    case .null, nil: break
    // Refused where the sweep is read.
    case .bool, .number, .string, .array: return
    }
    guard
      var value = override.axisNode(at: { overrides.offset(of: index, value: $0) }, log: log)
    else { return }
    let place = axes.firstIndex { $0.key.hasSameCodePoints(as: override.path) }
    if let place {
      value = variants(labelled: value, of: axes[place].value, override, at: offset) ?? value
    }
    let axis = JSONNode.Member(key: override.path, keyOffset: offset, value: value)
    // A replaced axis keeps its position, and with it the order of the cells.
    if let place { axes[place] = axis } else { axes.append(axis) }
    root = root.setting(
      "sweep", to: JSONNode(content: .object(axes), offset: sweep?.offset ?? offset),
      keyOffset: offset)
  }

  /// Another override of the same field or axis.
  private func contradiction(toAxis index: Int) -> ScenarioOverride? {
    let path = ScenarioPath(overrides[index].path)
    return overrides.indices.first { other in
      let isSame =
        overrides[other].path == overrides[index].path
        || path != nil && path == ScenarioPath(overrides[other].path)
      switch overrides[other].kind {
      case .field: return isSame
      case .axis: return isSame && other < index
      }
    }.map { overrides[$0] }
  }

  /// The variants of the file with the given labels; nil if it has none or no labels are given.
  private func variants(
    labelled values: JSONNode, of axis: JSONNode, _ override: ScenarioOverride, at offset: Int
  ) -> JSONNode? {
    guard ScenarioPath(override.path)?.beginsInScenario != true,
      JSONCursor(axis, log: ProblemLog()).listsVariants,
      case .array(let variants) = axis.content, case .array(let elements) = values.content
    else { return nil }
    let labels = elements.compactMap(\.label)
    guard labels.count == elements.count else { return nil }
    let known = variants.map { $0.member("label")?.label ?? "" }
    let chosen = labels.compactMap { label -> JSONNode? in
      if let place = known.firstIndex(where: label.hasSameCodePoints) { return variants[place] }
      log.report(
        "there is no variant '\(label.shortened)'\(spellingHint(for: label, among: known)); "
          + "the variants are \(known.map(\.shortened).joined(separator: ", "))",
        path: override.path, offset: offset)
      return nil
    }
    // With an unknown label the axis stays as it is, so that nothing else is reported.
    return chosen.count == labels.count ? JSONNode(content: .array(chosen), offset: offset) : axis
  }
}

extension [ScenarioOverride] {
  /// The index of the override to which an offset belongs; nil if it belongs to the text.
  func index(ofOffset offset: Int) -> Int? { offset < 0 ? (-1 - offset) % count : nil }

  /// The offset of an override, or of one of the values that it lists, counted from 1.
  ///
  /// Problems with the same offset are taken for one, so each value needs its own.
  fileprivate func offset(of index: Int, value: Int = 0) -> Int { -1 - (index + value * count) }
}

extension JSONNode {
  /// The value as a label on the command line, where a label such as `2` looks like a number.
  fileprivate var label: String? {
    switch content {
    case .string(let text): text
    case .null, .bool, .number: value.text()
    case .array, .object: nil
    }
  }
}
