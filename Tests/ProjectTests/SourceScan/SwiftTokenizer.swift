/// Takes Swift apart far enough to tell code from comments and strings.
///
/// Code in an interpolation counts as the code `String(…)`.
struct SwiftTokenizer {
  private(set) var tokens: [SwiftToken] = []
  /// What the comments of each line say.
  private(set) var comments: [Int: String] = [:]

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    readCode(isInterpolation: false)
  }

  /// Reads to the end, or to the parenthesis that closes an interpolation.
  private mutating func readCode(isInterpolation: Bool) {
    var depth = 0
    while position < scalars.count {
      switch scalars[position] {
      case "\n", " ", "\t", "\r", "`":
        skip(1)
      case "/" where starts("//"):
        readLineComment()
      case "/" where starts("/*"):
        readBlockComment()
      case "/" where readRegex(hashes: 0):
        continue
      case "\"":
        readString(hashes: 0)
      case "#" where readHashedLiteral():
        continue
      case let scalar where scalar.isWord:
        readWord(isNumber: scalar.isDigit)
      case ")" where isInterpolation && depth == 0:
        append(.mark, ")")
        return skip(1)
      case let scalar:
        depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
        append(.mark, String(scalar))
        skip(1)
      }
    }
  }

  private mutating func readWord(isNumber: Bool) {
    let start = position
    while position < scalars.count {
      let isPoint = isNumber && scalars[position] == "." && (peek(1)?.isDigit ?? false)
      guard scalars[position].isWord || isPoint else { break }
      position += 1
    }
    append(isNumber ? .number : .word, text(start..<position))
  }

  private mutating func append(_ kind: SwiftToken.Kind, _ text: String) {
    tokens.append(SwiftToken(kind: kind, text: text, line: line))
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func peek(_ offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private func starts(_ text: String, at offset: Int = 0) -> Bool {
    scalars.dropFirst(position + offset).starts(with: text.unicodeScalars)
  }

  /// Goes on by some bytes and keeps count of the lines.
  private mutating func skip(_ count: Int) {
    for _ in 0..<count where position < scalars.count {
      if scalars[position] == "\n" { line += 1 }
      position += 1
    }
  }
}

extension SwiftTokenizer {
  private mutating func readLineComment() {
    let start = position
    while position < scalars.count && scalars[position] != "\n" { position += 1 }
    keepComment(start..<position)
  }

  /// Block comments nest.
  private mutating func readBlockComment() {
    var depth = 0
    var start = position
    repeat {
      let isOpening = starts("/*")
      let isClosing = !isOpening && starts("*/")
      depth += isOpening ? 1 : isClosing ? -1 : 0
      if scalars[position] == "\n" {
        keepComment(start..<position)
        start = position + 1
      }
      skip(isOpening || isClosing ? 2 : 1)
    } while depth > 0 && position < scalars.count
    keepComment(start..<position)
  }

  private mutating func keepComment(_ range: Range<Int>) {
    comments[line, default: ""] += text(range)
  }

  /// Reads `#"…"#` or `#/…/#`; other things begin with `#` too.
  private mutating func readHashedLiteral() -> Bool {
    let hashes = scalars[position...].prefix { $0 == "#" }.count
    switch peek(hashes) {
    case "\"":
      skip(hashes)
      readString(hashes: hashes)
      return true
    case "/":
      skip(hashes)
      return readRegex(hashes: hashes)
    default:
      return false
    }
  }

  /// Reads a string from its quotes on; only as many hashes as it opened with mean something in it.
  private mutating func readString(hashes: Int) {
    append(.literal, "")
    let fence = String(repeating: "#", count: hashes)
    let isMultiline = starts("\"\"\"\n") || starts("\"\"\"\r")
    let quotes = isMultiline ? "\"\"\"" : "\""
    skip(quotes.count)
    while position < scalars.count {
      if starts(quotes + fence) { return skip(quotes.count + hashes) }
      if starts("\\" + fence) {
        skip(1 + hashes)
        let isInterpolation = peek(0) == "("
        skip(1)
        if isInterpolation {
          append(.word, "String")
          append(.mark, "(")
          readCode(isInterpolation: true)
        }
      } else if scalars[position] == "\n" && !isMultiline {
        return
      } else {
        skip(1)
      }
    }
  }

  /// Reads a regular expression where one may stand; elsewhere a slash divides.
  private mutating func readRegex(hashes: Int) -> Bool {
    let isAfterValue =
      tokens.last.map { last in
        last.kind == .mark
          ? ")]}>".contains(last.text) : !["return", "in", "case", "where"].contains(last.text)
      } ?? false
    guard hashes > 0 || !isAfterValue, let next = peek(1), hashes > 0 || next != " " else {
      return false
    }
    let end = "/" + String(repeating: "#", count: hashes)
    var length = 1
    while let scalar = peek(length), hashes > 0 || scalar != "\n" {
      if starts(end, at: length) {
        append(.literal, "")
        skip(length + 1 + hashes)
        return true
      }
      length += scalar == "\\" ? 2 : 1
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Letters of other scripts and emoji may be in names too.
  fileprivate var isWord: Bool {
    isDigit || !isASCII || self == "_" || self == "$" || properties.isAlphabetic
  }
}
