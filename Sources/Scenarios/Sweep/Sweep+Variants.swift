import Detection
import Forms
import JSON
import Metrics
import Text

extension Sweep.Axis {
  /// The variants of an axis; nil, with reported problems, if they are not valid.
  ///
  /// - Parameter taken: The paths of the other axes.
  static func variants(
    of name: String, _ place: JSONCursor, besides taken: DisjointPaths
  ) -> [Sweep.Choice]? {
    if let problem = NameRule.plain.problem(with: name) {
      place.report(problem)
    } else if isColumn(name) {
      place.report("'\(name)' is a column of the results already; an axis needs another name")
    }
    guard let elements = elements(place) else { return nil }
    var seen: Set<String> = []
    let variants = elements.map { element -> VariantDraft? in
      guard let variant = VariantDraft.form.read(element) else { return nil }
      if !variant.label.isEmpty && !seen.insert(variant.label).inserted {
        let label = element.members()?.first { $0.key == "label" }?.value ?? element
        label.report(
          "'\(variant.label)' is the label of another variant; labels must differ in an axis")
      }
      check(variant.changes, element, besides: taken)
      return variant
    }
    guard place.isSound else { return nil }
    return variants.compactMap { variant in
      variant.map { Sweep.Choice(shown: .string($0.label), changes: $0.changes) }
    }
  }

  /// Reports paths that overlap with one another or with another axis.
  private static func check(
    _ changes: [Sweep.Change], _ variant: JSONCursor, besides taken: DisjointPaths
  ) {
    let places = DraftPlaces(variant)
    var own = DisjointPaths()
    for change in changes {
      let place = places["set", .key(change.text)]
      if let other = own.overlapping(change.path) {
        place.report(
          "the path overlaps with '\(other.shortened)' of the same variant; use only one")
      } else if let other = taken.overlapping(change.path) {
        place.report("the path overlaps with the axis '\(other.shortened)'; axes must not overlap")
      }
      own.insert(change.path, writtenAs: change.text)
    }
  }

  /// Whether results have a column of this name besides their axes.
  private static func isColumn(_ name: String) -> Bool {
    columns.contains(name)
      || Metric.allCases.contains { name == $0.rawValue || name.hasPrefix("\($0.rawValue)_") }
  }

  /// The columns that are not metrics; a test compares them with the tables.
  private static let columns = Set(
    TrialCounts.names + [
      "scenario", "cell", "trial", "metric", "detector", "threshold", "honest", "byzantine",
      "colluding", "absent", "max_byzantine_faults", "quorum_required", "proposals", "unwarranted",
      "warranted", "not_exact_because", "no_worst_case_because", "worst_is_bound_because",
      "no_causal_because", "cells", "cell_count", "timing", "guarantee", "actions", "tolerated",
      "proof", "premises_broken", "verdict", "risk", "tolerated_at_risk", "tolerated_at_risk_is",
      "worst", "worst_is", "worst_beyond", "worst_beyond_is",
    ])
}

extension JSONCursor {
  /// Whether the value lists variants, perhaps with mistakes.
  var seemsToListVariants: Bool {
    has { keys in keys.contains { $0.key == "label" || $0.key == "set" } }
  }

  /// Whether the value lists variants, and nothing that a field could have for a value.
  var listsVariants: Bool {
    has { members in
      members.contains { member in
        if case .object = member.value.content { member.key == "set" } else { false }
      }
        && members.contains { member in
          if case .string = member.value.content { member.key == "label" } else { false }
        }
    }
  }

  private func has(_ isVariant: ([JSONNode.Member]) -> Bool) -> Bool {
    guard case .array(let elements) = node.content else { return false }
    return elements.contains { element in
      if case .object(let members) = element.content { isVariant(members) } else { false }
    }
  }
}

/// A variant as written.
struct VariantDraft: Sendable {
  var label = ""
  var changes: [Sweep.Change] = []

  static let form = Form.record(
    VariantDraft(),
    [
      .required("label", \.label, .label, "The name of the variant in rows, tables and 'where'."),
      .required(
        "set", \.changes, .changes,
        "Paths with the values of their fields; the others are as in the scenario."),
    ])
}

extension Form<String> {
  /// A text that can be shown as it is.
  fileprivate static var label: Form {
    let lengthMax = 64
    return Form(
      schema: ["type": "string", "minLength": 1, "maxLength": JSONValue(lengthMax)],
      read: { cursor in
        guard let text = cursor.string() else { return nil }
        let isGood = (1...lengthMax).contains(text.unicodeScalars.count) && text.shown == text
        if isGood { return text }
        cursor.report(
          "'\(text.shortened)' is not a valid label; use 1 to \(lengthMax) characters in one line, "
            + "without control characters")
        return nil
      }, write: { .string($0) })
  }
}

extension Form<[Sweep.Change]> {
  /// Paths with values, as in a sweep, but with one value for each.
  fileprivate static var changes: Form {
    Form(
      schema: ["type": "object", "maxProperties": JSONValue(ScenarioLimits.elementsMax)],
      read: { cursor in
        guard let members = cursor.members(), case .object(let nodes) = cursor.node.content
        else { return nil }
        if members.count > ScenarioLimits.elementsMax {
          cursor.report(
            "there are \(members.count) fields; at most \(ScenarioLimits.elementsMax) are allowed")
          return nil
        }
        return zip(members, nodes).compactMap { member, node in
          guard let path = ScenarioPath(member.key) else {
            member.value.report(
              "'\(member.key.shortened)' is not a valid path; use \(ScenarioPath.syntax)")
            return nil
          }
          if let reason = path.reasonAgainstSweeping {
            member.value.report("this field cannot be changed by a variant: \(reason)")
            return nil
          }
          return Sweep.Change(
            path: path, text: member.key, place: member.value.path, keyOffset: node.keyOffset,
            value: member.value.node)
        }
      },
      write: { changes in
        .object(
          JSONObject(changes.map { (key: $0.text, value: $0.value.value) }))
      })
  }
}
