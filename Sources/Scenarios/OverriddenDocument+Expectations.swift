import JSON
import Text

extension OverriddenDocument {
  /// Leaves out of expectations the cells that there are no more because overrides changed an axis.
  ///
  /// An expectation without any cell left is reported.
  ///
  /// - Parameters:
  ///   - old: The axes of the file.
  ///   - new: The axes after the overrides.
  mutating func leaveOutExpectations(
    from old: [SweepAxis], to new: [SweepAxis], log: ProblemLog
  ) {
    guard let expectations = root.member("expect"), case .array(let elements) = expectations.content
    else { return }
    let places = DraftPlaces(JSONCursor(root, log: log))
    let kept = elements.indices.compactMap { index -> JSONNode? in
      guard let conditions = elements[index].member("where"),
        case .object(let members) = conditions.content
      else { return elements[index] }
      var narrowed = conditions
      for member in members {
        guard let before = old.first(where: { $0.name.hasSameCodePoints(as: member.key) }),
          let after = new.first(where: { $0.name.hasSameCodePoints(as: member.key) })
        else { continue }
        switch member.value.narrowed(from: before, to: after) {
        case .unchanged: break
        case .rest(let rest):
          narrowed = narrowed.setting(member.key, to: rest, keyOffset: member.keyOffset)
        case .nothing:
          places["expect", .index(index), "where", .key(member.key)].report(
            "no cell has this value, because the axis was changed; the expectation is left out")
          return nil
        }
      }
      return elements[index].setting("where", to: narrowed, keyOffset: conditions.offset)
    }
    root = root.setting(
      "expect", to: JSONNode(content: .array(kept), offset: expectations.offset),
      keyOffset: expectations.offset)
  }
}

/// What is left of a condition.
private enum Narrowed {
  case unchanged
  case rest(JSONNode)
  case nothing
}

extension JSONNode {
  /// What is left of a condition on an axis that was changed.
  ///
  /// Values that the axis never had are left, to be refused.
  fileprivate func narrowed(from before: SweepAxis, to after: SweepAxis) -> Narrowed {
    let condition = AxisValue(axis: before.name, value: before.shown(value.canonical))
    let values = condition.values(in: before.values)
    let isLost = values.map { before.values.contains($0) && !after.values.contains($0) }
    if !isLost.contains(true) { return .unchanged }
    if !isLost.contains(false) { return .nothing }
    guard case .array(let elements) = content else { return .unchanged }
    return .rest(
      JSONNode(
        content: .array(elements.indices.filter { !isLost[$0] }.map { elements[$0] }),
        offset: offset))
  }
}
