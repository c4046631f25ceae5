import JSON
import Text

/// Finds the positions of the parts of a draft, to report problems there.
struct DraftPlaces {
  private let root: JSONCursor

  init(_ root: JSONCursor) {
    self.root = root
  }

  /// The part at a path, or the last existing part on the way.
  subscript(_ path: ScenarioPath.Component...) -> JSONCursor { walk(path).cursor }

  /// Whether a part exists.
  func has(_ path: ScenarioPath.Component...) -> Bool { walk(path).isEnd }

  /// Whether no problem is reported for a part; true for a missing one.
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
  /// The part of a value at a path; nil if it does not exist.
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
