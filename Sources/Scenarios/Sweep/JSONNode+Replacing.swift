import JSON
import Text

/// Why a path does not exist.
struct PathFailure: Error {
  let message: String
}

extension JSONNode {
  /// The same tree with another value at a path; missing objects on the way are added.
  func replacing(
    _ path: ScenarioPath, with value: JSONNode, keyOffset: Int
  ) throws(PathFailure) -> JSONNode {
    try replacing(path.components[...], Replacement(value: value, keyOffset: keyOffset), walked: "")
  }

  private struct Replacement {
    let value: JSONNode
    /// The position of a key that is added.
    let keyOffset: Int
  }

  private func replacing(
    _ components: ArraySlice<ScenarioPath.Component>, _ replacement: Replacement, walked: String
  ) throws(PathFailure) -> JSONNode {
    guard let component = components.first else { return replacement.value }
    let rest = components.dropFirst()
    switch (component, content) {
    case (.key(let name), .array(let groups)) where walked == "voters":
      let index = try groups.groupIndex(named: name)
      return try replacing(element: index, of: groups, rest, replacement, "voters.\(name)")
    case (.index(let index), .array(let elements)) where walked != "voters":
      guard elements.indices.contains(index) else {
        let count = elements.count.counting("element")
        throw PathFailure(
          message: "the path does not exist: \(walked) has \(count), counted from 0")
      }
      return try replacing(element: index, of: elements, rest, replacement, "\(walked)[\(index)]")
    case (.index, .array):
      throw PathFailure(message: "a path must give the name of a group, such as voters.NAME.count")
    case (.key(let key), .object(let members)):
      return try replacing(member: key, of: members, rest, replacement, walked)
    case (.key(let key), .null):
      return try replacing(member: key, of: [], rest, replacement, walked)
    default:
      throw PathFailure(message: "the path does not exist: \(walked) is \(kind)")
    }
  }

  private func replacing(
    element index: Int, of elements: [JSONNode], _ rest: ArraySlice<ScenarioPath.Component>,
    _ replacement: Replacement, _ walked: String
  ) throws(PathFailure) -> JSONNode {
    var elements = elements
    elements[index] = try elements[index].replacing(rest, replacement, walked: walked)
    return JSONNode(content: .array(elements), offset: offset)
  }

  private func replacing(
    member key: String, of members: [Member], _ rest: ArraySlice<ScenarioPath.Component>,
    _ replacement: Replacement, _ walked: String
  ) throws(PathFailure) -> JSONNode {
    let path = walked.isEmpty ? key : "\(walked).\(key)"
    var members = members
    if let index = members.firstIndex(where: { $0.key.hasSameCodePoints(as: key) }) {
      let old = members[index]
      members[index] = Member(
        key: key, keyOffset: old.keyOffset,
        value: try old.value.replacing(rest, replacement, walked: path))
    } else {
      let empty = JSONNode(content: .null, offset: replacement.keyOffset)
      members.append(
        Member(
          key: key, keyOffset: replacement.keyOffset,
          value: try empty.replacing(rest, replacement, walked: path)))
    }
    return JSONNode(content: .object(members), offset: offset)
  }

  /// The value under a key of an object.
  func member(_ key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key.hasSameCodePoints(as: key) }?.value
  }

  /// The same object with a key at the end; anything else as it is.
  func setting(_ key: String, to value: JSONNode, keyOffset: Int) -> JSONNode {
    guard case .object(let members) = without(key).content else { return self }
    let added = Member(key: key, keyOffset: keyOffset, value: value)
    return JSONNode(content: .object(members + [added]), offset: offset)
  }

  /// The same object without a key.
  func without(_ key: String) -> JSONNode {
    guard case .object(let members) = content else { return self }
    return JSONNode(content: .object(members.filter { $0.key != key }), offset: offset)
  }

  /// The same value, with one offset for all its parts.
  func moved(to offset: Int) -> JSONNode {
    let content: Content =
      switch content {
      case .array(let elements): .array(elements.map { $0.moved(to: offset) })
      case .object(let members):
        .object(
          members.map {
            Member(key: $0.key, keyOffset: offset, value: $0.value.moved(to: offset))
          })
      default: content
      }
    return JSONNode(content: content, offset: offset)
  }
}

extension [JSONNode] {
  fileprivate func groupIndex(named name: String) throws(PathFailure) -> Int {
    let names = map { group -> String in
      guard case .object(let members) = group.content,
        case .string(let name)? = members.first(where: { $0.key == "name" })?.value.content
      else { return "" }
      return name
    }
    if let index = names.firstIndex(where: { $0.hasSameCodePoints(as: name) }) { return index }
    let hint = spellingHint(for: name, among: names)
    throw PathFailure(
      message: "the path does not exist: there is no group '\(name.shortened)'\(hint); "
        + "the groups are \(names.joined(separator: ", "))")
  }
}
