import Testing

@Suite struct StyleTests {
  @Test func filesKeepTheLimits() throws {
    let swift = try ["Sources", "Tests"].flatMap { try Repository.files(in: $0, suffix: ".swift") }
    let pages = try Repository.pages()
    #expect(swift.count > 2)
    let findings = try (swift + pages + ["Package.swift"]).flatMap {
      StyleLimits.findings(in: try Repository.text(of: $0), path: $0)
    }
    #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
  }

  @Test func longFilesAreFound() {
    let lines = String(repeating: "a\n", count: StyleLimits.linesMax)
    #expect(StyleLimits.findings(in: lines, path: "A.swift") == [])
    #expect(
      StyleLimits.findings(in: lines + "a", path: "A.swift") == [
        "A.swift: 401 lines, more than 400"
      ])
    #expect(StyleLimits.findings(in: lines + "a", path: "A.md") == [])
  }

  @Test(arguments: ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"])
  func markersAreFound(_ marker: String) {
    #expect(
      StyleLimits.findings(in: "a\n// \(marker): later\n", path: "A.swift")
        == ["A.swift:2: \(marker) is left standing"])
    #expect(StyleLimits.findings(in: "let \(marker)S = 1\n", path: "A.swift") == [])
  }

  @Test(arguments: ["/ho" + "me/me", "/wo" + "rk/x", "/Us" + "ers/me", "/ro" + "ot/x"])
  func localPathsAreFound(_ path: String) {
    #expect(StyleLimits.findings(in: "let p = \"\(path)\"", path: "A.swift").count == 1)
    #expect(StyleLimits.findings(in: "see framework/x and home/me", path: "A.swift") == [])
  }
}
