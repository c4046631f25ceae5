import JSON
import Text

extension OverriddenDocument {
  /// Leaves out the expectations on cells that there are no more because overrides changed an axis,
  /// and reports each.
  ///
  /// - Parameters:
  ///   - old: The axes of the file.
  ///   - new: The axes after the overrides.
  mutating func leaveOutExpectations(
    from old: [SweepAxis], to new: [SweepAxis], log: ProblemLog
  ) {
    guard case .array(let elements)? = root.member("expect")?.content else { return }
    let places = DraftPlaces(JSONCursor(root, log: log))
    let kept = elements.indices.filter { index in
      guard case .object(let conditions)? = elements[index].member("where")?.content else {
        return true
      }
      let lost = conditions.first { condition in
        guard let before = old.first(where: { $0.name.hasSameCodePoints(as: condition.key) }),
          let after = new.first(where: { $0.name.hasSameCodePoints(as: condition.key) })
        else { return false }
        let value = before.shown(condition.value.value.canonical)
        return before.values.contains(value) && !after.values.contains(value)
      }
      guard let lost else { return true }
      places["expect", .index(index), "where", .key(lost.key)].report(
        "no cell has this value, because the axis was changed; the expectation is left out")
      return false
    }
    guard kept.count < elements.count, let expectations = root.member("expect") else { return }
    root = root.setting(
      "expect",
      to: JSONNode(content: .array(kept.map { elements[$0] }), offset: expectations.offset),
      keyOffset: expectations.offset)
  }
}
