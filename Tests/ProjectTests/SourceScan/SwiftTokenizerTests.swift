import Testing

@Suite struct SwiftTokenizerTests {
  /// The words, numbers and signs of a text, with spaces between.
  private func code(_ text: String) -> String {
    SwiftTokenizer(text).tokens.map { $0.kind == .literal ? "_" : $0.text }.joined(separator: " ")
  }

  @Test func codeIsWordsNumbersAndSigns() {
    #expect(
      code("let x1 = a.b(0..<10, 1.5e-7, 0x1p3)->C") == """
        let x1 = a . b ( 0 . . < 10 , 1.5e - 7 , 0x1p3 ) - > C
        """)
    #expect(code("$0.größe `in` #if @unchecked") == "$0 . größe in # if @ unchecked")
  }

  @Test(arguments: [
    ("a // b\nc", "a c"), ("a /* b */ c", "a c"), ("a /* b /* c */ d */ e", "a e"),
    ("a /* b // */ c", "a c"), ("a // /*\nb", "a b"), ("a /* b\nc */ d", "a d"),
    ("a /**/ b", "a b"),
    ("a /* never closed", "a"), ("a / b * c", "a / b * c"),
  ])
  func commentsAreNoCode(_ text: String, _ expected: String) {
    #expect(code(text) == expected)
  }

  @Test(arguments: [
    (#"f("a // b") c"#, "f ( _ ) c"),
    (#""a \" b" c"#, "_ c"),
    (#""\\" c"#, "_ c"),
    ("\"\"\"\n a \" b \"\" c \\\"\"\" d\n\"\"\" e", "_ e"),
    (##"#"a " \ b"# c"##, "_ c"),
    (##"#"""# c"##, "_ c"),
    (##"#"a\"# c"##, "_ c"),
    ("#\"\"\"\n a \"\"\" b\n\"\"\"# c", "_ c"),
    ("\"\" a \"\"", "_ a _"),
    ("\"never closed\na", "_ a"),
  ])
  func insidesOfStringsAreNoCode(_ text: String, _ expected: String) {
    #expect(code(text) == expected)
  }

  @Test(arguments: [
    (#""a \(b) c" d"#, "_ String ( b ) d"),
    (#""\(f(a, "b \(c)"))" d"#, "_ String ( f ( a , _ String ( c ) ) ) d"),
    (##"#"a \(b) \#(c)"# d"##, "_ String ( c ) d"),
    ("\"\"\"\n \\(a)\n\"\"\" b", "_ String ( a ) b"),
  ])
  func interpolatedCodeIsCode(_ text: String, _ expected: String) {
    #expect(code(text) == expected)
  }

  @Test(arguments: [
    (#"let r = /a"b\/c/ d"#, "let r = _ d"), (#"f(/"/, x)"#, "f ( _ , x )"),
    ("a/b/c", "a / b / c"), ("(a)/b/c", "( a ) / b / c"), (##"x = #/a"/b/# c"##, "x = _ c"),
    ("x = #/\na\"b\n/# c", "x = _ c"), ("reduce(1, /) \"a\"", "reduce ( 1 , / ) _"),
  ])
  func regularExpressionsAreNoCode(_ text: String, _ expected: String) {
    #expect(code(text) == expected)
  }

  @Test func linesAreCountedThroughEverything() {
    let text = "a\n/* \n */ b\n\"\"\"\n x\n\"\"\"\nc \"\\(\nd)\"\n// e\nf"
    let lines = SwiftTokenizer(text).tokens.filter { $0.kind == .word }.map {
      "\($0.text)\($0.line)"
    }
    #expect(lines == ["a1", "b3", "c7", "String7", "d8", "f10"])
  }

  @Test func commentsAreKeptByLine() {
    let tokenizer = SwiftTokenizer("a // one\n/* two\nthree */ b // four\n\"// five\"")
    #expect(tokenizer.comments == [1: "// one", 2: "/* two", 3: "three */// four"])
  }

  @Test func reasonsStandOnTheLineOrAboveIt() {
    let source = SwiftSource(
      """
      a // safe: one owner
      // safe: locked
      // by the queue
      b
      c // safe:
      d
      // safe: not for e
      x
      e  // safe: only e
      f
      """)
    let reasoned = (1...10).filter { source.hasReason("safe", at: $0) }
    #expect(reasoned == [1, 2, 3, 4, 7, 8, 9])
  }

  @Test func importsOfEveryFormAreFound() {
    let source = SwiftSource(
      "import A\n@testable import B\nimport struct C.D\npublic import E\n// import F\nlet s = \"import G\""
    )
    #expect(source.imports.map(\.module) == ["A", "B", "C", "E"])
    #expect(source.imports.map { source.tokens[$0.place].line } == [1, 2, 3, 4])
  }
}
