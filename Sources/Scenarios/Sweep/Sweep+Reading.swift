import Forms
import JSON
import Text

extension Sweep.Axis {
  /// Reads an axis; nil, with reported problems, if it is not valid.
  ///
  /// - Parameter taken: The paths of the other axes.
  init?(_ name: String, _ place: JSONCursor, keyOffset: Int, besides taken: DisjointPaths) {
    self.name = name
    self.keyOffset = keyOffset
    let path = ScenarioPath(name)
    hasVariants = !(path?.beginsInScenario ?? false) && place.seemsToListVariants
    if hasVariants {
      guard let choices = Self.variants(of: name, place, besides: taken) else { return nil }
      self.choices = choices
    } else {
      guard let path else {
        place.report("'\(name.shortened)' is not a valid path; use \(ScenarioPath.syntax)")
        return nil
      }
      guard
        let choices = Self.values(
          of: path, writtenAs: name, place, keyOffset: keyOffset, besides: taken)
      else { return nil }
      self.choices = choices
    }
  }

  // MARK: Values of a field

  private static func values(
    of path: ScenarioPath, writtenAs text: String, _ place: JSONCursor, keyOffset: Int,
    besides taken: DisjointPaths
  ) -> [Sweep.Choice]? {
    if place.listsVariants {
      place.report(
        "'\(text.shortened)' is a path into the scenario; "
          + "variants need an axis with a name of their own, such as 'attack'")
      return nil
    }
    if let reason = path.reasonAgainstSweeping {
      place.report("this field cannot be swept: \(reason)")
      return nil
    }
    if let other = taken.overlapping(path) {
      place.report("the path overlaps with the axis '\(other.shortened)'; axes must not overlap")
      return nil
    }
    return values(place)?.map { value in
      let change = Sweep.Change(
        path: path, text: text, place: place.path, keyOffset: keyOffset, value: value)
      return Sweep.Choice(shown: value.value.resolved, changes: [change])
    }
  }

  private static func values(_ place: JSONCursor) -> [JSONNode]? {
    switch place.node.content {
    case .array: return listedValues(place)
    case .object:
      guard let range = SweepRange.form.read(place), place.isSound else { return nil }
      return range.values(at: place)?.map {
        JSONNode(content: .number($0), offset: place.node.offset)
      }
    case .null, .bool, .number, .string:
      return place.mismatch("a list of values, or an object with the keys from, to and step")
    }
  }

  private static func listedValues(_ place: JSONCursor) -> [JSONNode]? {
    guard let elements = elements(place) else { return nil }
    var seen: Set<String> = []
    for element in elements {
      let text = element.node.value.resolved.text()
      if !seen.insert(text).inserted {
        element.report("\(text.shortened) is listed twice; each value may be listed once")
      }
    }
    return place.isSound ? elements.map(\.node) : nil
  }

  /// The elements of a list of values or variants; nil if there are too many.
  static func elements(_ place: JSONCursor) -> [JSONCursor]? {
    guard let elements = place.array() else { return nil }
    if elements.isEmpty { place.report("the list is empty; at least one value is needed") }
    if elements.count > ScenarioLimits.cellsMax {
      place.report(
        "the list has \(elements.count) values; at most \(ScenarioLimits.cellsMax) are allowed")
      return nil
    }
    return elements
  }
}

extension JSONValue {
  /// The canonical value of a field, with the numbers that fractions stand for.
  ///
  /// No text of a field that can be swept looks like a fraction without being one.
  var resolved: JSONValue {
    switch canonical {
    case .string(let text): Fraction(text).map { JSONValue(shortest: $0.value) } ?? .string(text)
    case .array(let elements): .array(elements.map(\.resolved))
    case .object(let object):
      .object(JSONObject(object.members.map { (key: $0.key, value: $0.value.resolved) }))
    case .null, .bool, .number: canonical
    }
  }
}
