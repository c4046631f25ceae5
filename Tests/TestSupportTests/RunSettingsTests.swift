import TestSupport
import Testing

@Suite struct RunSettingsTests {
  @Test func nothingIsAskedForByDefault() throws {
    #expect(try RunSettings(environment: ["PATH": "/bin"]) == RunSettings())
  }

  @Test(arguments: [("0x1f", 31), ("31", 31), ("0xffffffffffffffff", UInt64.max)])
  func seedsAreReadInBothSpellings(_ text: String, _ seed: UInt64) throws {
    #expect(try RunSettings(environment: ["QUORUMLAB_SEED": text]).onlySeed == seed)
    #expect(RunSettings.seed(from: RunSettings.spelling(of: seed)) == seed)
  }

  @Test func casesAreANumberOrAFactor() throws {
    let number = try RunSettings(environment: ["QUORUMLAB_CASES": "5000"])
    #expect(number.caseCount(declared: 300) == 5000)
    let factor = try RunSettings(environment: ["QUORUMLAB_CASES": "x10"])
    #expect(factor.caseCount(declared: 300) == 3000)
    #expect(RunSettings().caseCount(declared: 300) == 300)
  }

  @Test func tracingIsOnWithOne() throws {
    #expect(try RunSettings(environment: ["QUORUMLAB_TRACE": "1"]).isTracing)
    #expect(try !RunSettings(environment: ["QUORUMLAB_TRACE": "0"]).isTracing)
  }

  @Test func shrinkingIsOffWithZero() throws {
    #expect(try !RunSettings(environment: ["QUORUMLAB_SHRINK": "0"]).isShrinking)
    #expect(try RunSettings(environment: [:]).isShrinking)
  }

  @Test(arguments: [
    ("QUORUMLAB_SEED", "seven"), ("QUORUMLAB_SEED", "-1"), ("QUORUMLAB_SEED", ""),
    ("QUORUMLAB_CASES", "0"), ("QUORUMLAB_CASES", "x"), ("QUORUMLAB_CASES", "xx3"),
    ("QUORUMLAB_CASES", "many"),
  ])
  func whatNobodyUnderstandsIsRefused(_ key: String, _ text: String) {
    let error = #expect(throws: RunSettings.Unreadable.self) {
      try RunSettings(environment: [key: text])
    }
    #expect(error?.description.hasPrefix("\(key)=\(text) is not a number like") == true)
  }
}
