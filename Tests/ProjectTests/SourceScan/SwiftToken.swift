/// A piece of Swift code: what is left of a source without its comments and the insides of strings.
struct SwiftToken: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// A name or a keyword, without backticks.
    case word
    case number
    /// A string or regular expression; its content is left out.
    case literal
    /// A single sign; `->` is two.
    case mark
  }

  let kind: Kind
  let text: String
  let line: Int
}
