import Foundation

/// A wrong version of one expression in the sources.
struct PlantedBug: Decodable, Sendable {
  /// Its name, unlike all others.
  let name: String
  /// What goes wrong.
  let why: String
  /// The source it is planted in, from the root of the package.
  let file: String
  /// A passage with the expression that the file has once; left out where the expression is enough.
  let within: String?
  /// The expression as it stands; the passage has it once.
  let original: String
  /// The expression that takes its place.
  let wrong: String

  /// The module it is in.
  var room: String { String(file.split(separator: "/")[1]) }

  /// The folder of that module.
  var folder: String { String(file.split(separator: "/")[2]) }

  /// The lists of bugs, by what they are bugs of.
  static let lists = [
    "protocol", "guarantees", "detection", "files", "checks", "commands", "scenarios",
    "tables", "arrivals", "attacks", "risk", "tuning",
  ]

  /// The bugs of a list.
  static func list(_ name: String, in root: URL) throws -> [PlantedBug] {
    let file = root.appending(path: "Tests/PlantedBugs/Bugs/\(name).json")
    return try JSONDecoder().decode([PlantedBug].self, from: Data(contentsOf: file))
  }

  /// All bugs.
  static func all(in root: URL) throws -> [PlantedBug] {
    try lists.flatMap { try list($0, in: root) }
  }
}
