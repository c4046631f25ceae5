import JSON
import Text

/// Finds the places of a draft's parts again, to report problems there.
struct DraftPlaces {
  private let root: JSONCursor

  init(_ root: JSONCursor) {
    self.root = root
  }

  /// The part where some steps lead, or the last part on the way that is there.
  subscript(_ steps: any PlaceStep...) -> JSONCursor { walk(steps).cursor }

  /// Whether a part is there.
  func has(_ steps: any PlaceStep...) -> Bool { walk(steps).isEnd }

  /// Whether nothing is wrong so far with a part; nothing is with one that is left out.
  func isSound(_ steps: any PlaceStep...) -> Bool {
    let (cursor, isEnd) = walk(steps)
    return !isEnd || cursor.isSound
  }

  private func walk(_ steps: [any PlaceStep]) -> (cursor: JSONCursor, isEnd: Bool) {
    var cursor = root
    for step in steps {
      guard let next = step.child(of: cursor) else { return (cursor, false) }
      cursor = next
    }
    return (cursor, true)
  }
}

/// What leads from a value to a part of it: a key, or the number of an element.
protocol PlaceStep {
  func child(of cursor: JSONCursor) -> JSONCursor?
}

extension String: PlaceStep {
  func child(of cursor: JSONCursor) -> JSONCursor? {
    guard case .object = cursor.node.content else { return nil }
    return cursor.members()?.first { $0.key.hasSameCodePoints(as: self) }?.value
  }
}

extension Int: PlaceStep {
  func child(of cursor: JSONCursor) -> JSONCursor? {
    guard case .array(let elements) = cursor.node.content, elements.indices.contains(self)
    else { return nil }
    return cursor.array()?[self]
  }
}
