import JSON
import Text

/// Finds the places of a draft's parts again, to report problems there.
struct DraftPlaces {
  private let root: JSONCursor

  init(_ root: JSONCursor) {
    self.root = root
  }

  /// The part where a path leads, or the last part on the way that is there.
  subscript(_ path: ScenarioPath.Component...) -> JSONCursor { walk(path).cursor }

  /// Whether a part is there.
  func has(_ path: ScenarioPath.Component...) -> Bool { walk(path).isEnd }

  /// Whether nothing is wrong so far with a part; nothing is with one that is left out.
  func isSound(_ path: ScenarioPath.Component...) -> Bool {
    let (cursor, isEnd) = walk(path)
    return !isEnd || cursor.isSound
  }

  private func walk(_ path: [ScenarioPath.Component]) -> (cursor: JSONCursor, isEnd: Bool) {
    var cursor = root
    for component in path {
      guard let next = component.child(of: cursor) else { return (cursor, false) }
      cursor = next
    }
    return (cursor, true)
  }
}

extension ScenarioPath.Component {
  /// The part of a value where it leads; nil where there is none.
  fileprivate func child(of cursor: JSONCursor) -> JSONCursor? {
    switch (self, cursor.node.content) {
    case (.key(let key), .object):
      cursor.members()?.first { $0.key.hasSameCodePoints(as: key) }?.value
    case (.index(let index), .array(let elements)):
      elements.indices.contains(index) ? cursor.array()?[index] : nil
    case (.key, _), (.index, _): nil
    }
  }
}
