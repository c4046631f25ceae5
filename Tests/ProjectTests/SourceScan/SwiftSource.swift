/// A Swift file, read.
struct SwiftSource: Sendable {
  let path: String
  let tokens: [SwiftToken]
  /// The file's name up to a `+`: files that extend a type are kin to the one that declares it.
  let kin: Substring
  private let comments: [Int: String]
  private let codeLines: Set<Int>
  private let placesByText: [String: [Int]]

  init(_ text: String, path: String = "Snippet.swift") {
    let tokenizer = SwiftTokenizer(text)
    self.path = path
    let name = path.split(separator: "/").last ?? ""
    kin = name.prefix { $0 != "+" && $0 != "." }
    tokens = tokenizer.tokens
    comments = tokenizer.comments
    codeLines = Set(tokens.map(\.line))
    placesByText = Dictionary(grouping: tokens.indices) { [tokens] in tokens[$0].text }
  }

  /// The modules it imports, with the place of each `import`.
  var imports: [(module: String, place: Int)] {
    places(of: "import").map { index in
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let named = kinds.contains(text(index + 1)) ? index + 2 : index + 1
      return (text(named), index)
    }
  }

  /// The names of the functions it declares.
  var functions: Set<String> {
    Set(places(of: "func").map { text($0 + 1) })
  }

  /// The places of a word or sign, in order.
  func places(of text: String) -> [Int] {
    placesByText[text] ?? []
  }

  /// The text at a place, or nothing beyond the ends.
  func text(_ index: Int) -> String {
    index >= 0 && index < tokens.count ? tokens[index].text : ""
  }

  func isWord(_ index: Int, _ word: String) -> Bool {
    text(index) == word && tokens[index].kind == .word
  }

  /// Whether a comment on the line, or in the lines of comment above it, gives a reason as `tag: why`.
  func hasReason(_ tag: String, at line: Int) -> Bool {
    var candidate = line
    repeat {
      let parts = comments[candidate]?.split(separator: "\(tag):", maxSplits: 1)
      if let parts, parts.count == 2, parts[1].contains(where: \.isLetter) { return true }
      candidate -= 1
    } while comments[candidate] != nil && !codeLines.contains(candidate)
    return false
  }

  /// The labels of a call's own arguments, given the place of its parenthesis.
  func labels(ofCallAt index: Int) -> [String] {
    var depth = 0
    return (index..<end(ofBracketAt: index)).compactMap { place in
      depth += bracketStep(place)
      return depth == 1 && text(place + 1) == ":" ? text(place) : nil
    }
  }

  /// The place after the bracket that closes the one here.
  func end(ofBracketAt index: Int) -> Int {
    var depth = 0
    var next = index
    while next < tokens.count {
      depth += bracketStep(next)
      next += 1
      if depth == 0 { break }
    }
    return next
  }

  /// The place of the bracket that the one here closes.
  func start(ofBracketAt index: Int) -> Int {
    var depth = 0
    var next = index
    while next > 0 {
      depth -= bracketStep(next)
      if depth == 0 { break }
      next -= 1
    }
    return next
  }

  /// One at a bracket that opens, minus one at one that closes.
  func bracketStep(_ index: Int) -> Int {
    guard tokens[index].kind == .mark else { return 0 }
    return switch tokens[index].text {
    case "(", "[", "{": 1
    case ")", "]", "}": -1
    default: 0
    }
  }
}
