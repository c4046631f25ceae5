import Foundation

/// Puts bugs into the text of a source, each switched on by its number.
enum Planting {
  /// Why a bug cannot be planted.
  enum Problem: Error, Equatable, CustomStringConvertible {
    case passage(bug: String, occurrences: Int)
    case expression(bug: String, occurrences: Int)
    case overlap(bug: String, other: String)

    var description: String {
      switch self {
      case .passage(let bug, let occurrences):
        "\(bug): its file has the passage \(occurrences) times, not once"
      case .expression(let bug, let occurrences):
        "\(bug): the passage has the expression \(occurrences) times, not once"
      case .overlap(let bug, let other): "\(bug): its expression overlaps with that of \(other)"
      }
    }
  }

  /// Bugs that are planted in the same place.
  private struct Spot {
    let range: Range<String.Index>
    var bugs: [(number: Int, bug: PlantedBug)]
  }

  /// The text with some bugs in it.
  static func plant(
    _ bugs: [(number: Int, bug: PlantedBug)], in text: String
  ) throws(Problem) -> String {
    var spots: [Spot] = []
    for (number, bug) in bugs {
      let range = try range(of: bug, in: text)
      if let place = spots.firstIndex(where: { $0.range == range }) {
        spots[place].bugs.append((number, bug))
      } else if let other = spots.first(where: { $0.range.overlaps(range) }) {
        throw .overlap(bug: bug.name, other: other.bugs[0].bug.name)
      } else {
        spots.append(Spot(range: range, bugs: [(number, bug)]))
      }
    }
    var planted = ""
    var end = text.startIndex
    for spot in spots.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      planted += text[end..<spot.range.lowerBound]
      planted += spot.bugs.reduce("(\(text[spot.range]))") { right, planted in
        "(plantedBug == \(planted.number) ? (\(planted.bug.wrong)) : \(right))"
      }
      end = spot.range.upperBound
    }
    return planted + text[end...]
  }

  private static func range(
    of bug: PlantedBug, in text: String
  ) throws(Problem) -> Range<String.Index> {
    let passages = text.places(of: bug.within ?? bug.original)
    guard passages.count == 1 else {
      throw .passage(bug: bug.name, occurrences: passages.count)
    }
    let expressions = text[passages[0]].places(of: bug.original)
    guard expressions.count == 1 else {
      throw .expression(bug: bug.name, occurrences: expressions.count)
    }
    return expressions[0]
  }

  /// The source that tells a room which bug is on: the environment, asked once.
  static let switchSource = """
    #if canImport(Glibc)
      import Glibc
    #else
      import Darwin
    #endif

    @usableFromInline let plantedBug = getenv("PLANTED_BUG").flatMap { Int(String(cString: $0)) } ?? 0

    """
}

extension StringProtocol where Index == String.Index {
  /// Where a text occurs.
  // `ranges(of:)` of the standard library took seconds for all bugs, without optimisation.
  fileprivate func places(of text: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var rest = startIndex
    while let place = range(of: text, options: .literal, range: rest..<endIndex) {
      places.append(place)
      rest = place.upperBound
    }
    return places
  }
}
