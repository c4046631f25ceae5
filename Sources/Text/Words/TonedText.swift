/// A text of which some parts are good or bad news, which a terminal may show in colours.
///
/// It holds no colours: they are added where it is shown, after whatever comes from files was made
/// safe. So no file can bring any.
public struct TonedText: Equatable, Sendable {
  /// What a part of the text means to its reader.
  public enum Tone: Sendable {
    case good
    case doubtful
    case bad
  }

  /// A part of the text in one tone; nil for none.
  public struct Run: Equatable, Sendable {
    /// The part.
    public let text: String
    /// Its tone.
    public let tone: Tone?
  }

  /// The parts in their order, none of them empty.
  public private(set) var runs: [Run] = []

  /// A text in one tone, or in none.
  public init(_ text: String = "", _ tone: Tone? = nil) {
    if !text.isEmpty { runs = [Run(text: text, tone: tone)] }
  }

  /// The text without tones.
  public var plain: String { runs.map(\.text).joined() }

  /// Appends another text.
  package static func += (left: inout TonedText, right: TonedText) {
    left.runs += right.runs
  }

  /// Appends a text without a tone.
  package static func += (left: inout TonedText, right: String) {
    left += TonedText(right)
  }

  /// Removes all spaces at the end.
  package mutating func removeTrailingSpaces() {
    while let last = runs.popLast() {
      let end = last.text.lastIndex { $0 != " " }
      guard let end else { continue }
      runs.append(Run(text: String(last.text[...end]), tone: last.tone))
      return
    }
  }
}

extension [TonedText] {
  /// All texts with another between them.
  package func joined(separator: String = "") -> TonedText {
    enumerated().reduce(into: TonedText()) { whole, part in
      if part.offset > 0 { whole += separator }
      whole += part.element
    }
  }
}
