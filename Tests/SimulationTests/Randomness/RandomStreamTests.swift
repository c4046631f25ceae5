import Simulation
import TestSupport
import Testing

struct RandomStreamTests {
  /// Words by name, as numpy gives them for key (seed, purpose) and counter (block, voter, …).
  @Test
  func knownWords() throws {
    let rows = try Fixture.rows("streams.txt")
    #expect(rows.count == 100)
    for row in rows {
      let seedAndPurpose = row[..<2].compactMap { UInt64($0) }
      let name = row[2..<6].compactMap { Int($0) }
      try #require(seedAndPurpose.count == 2 && name.count == 4 && row.count == 17)
      var stream = RandomStream(
        seed: seedAndPurpose[0], purpose: seedAndPurpose[1],
        voter: name[0], trial: name[1], proposal: name[2], firstBlock: name[3])
      for word in row[6...] {
        #expect(stream.next() == UInt64(hexadecimal: word))
      }
    }
  }

  @Test
  func whatDoesNotApplyIsZero() {
    var short = RandomStream(seed: 1, purpose: 2)
    var long = RandomStream(
      seed: 1, purpose: 2, voter: 0, trial: 0, proposal: 0, firstBlock: 0)
    #expect(short.next() == long.next())
  }

  @Test
  func wholeBlocksAndSingleWordsDoNotOverlap() {
    var words = RandomStream(seed: 3, purpose: 4)
    let expected = (0..<16).map { _ in words.next() }

    var stream = RandomStream(seed: 3, purpose: 4)
    let first = stream.next()
    let second = stream.nextBlock()
    let rest = (0..<7).map { _ in stream.next() }

    #expect(first == expected[0])
    #expect(second == Philox4x64.Block(expected[4], expected[5], expected[6], expected[7]))
    #expect(rest == Array(expected[1...3] + expected[8...11]))
    #expect(RandomStream(seed: 3, purpose: 4).firstBlock.word3 == expected[3])
  }

  /// First words of streams with neighbouring names are as random as the words of one stream.
  @Test
  func neighbouringNamesShareNothing() {
    var words: [Double] = []
    for trial in 0..<GoodnessOfFit.drawCount / 50 {
      for voter in 0..<10 {
        for proposal in 0..<5 {
          var stream = RandomStream(
            seed: 5, purpose: 6, voter: voter, trial: trial, proposal: proposal)
          words.append(stream.nextUnit())
        }
      }
    }
    let distance = GoodnessOfFit.kolmogorovSmirnov(words) { $0 }
    #expect(distance < GoodnessOfFit.kolmogorovSmirnovMax)

    // The covariance of neighbours, whose standard error is 1/12 ÷ √n.
    let products = zip(words, words.dropFirst()).map { ($0 - 0.5) * ($1 - 0.5) }
    let errors = GoodnessOfFit.standardErrors(ofMean: products, expected: 0, variance: 1.0 / 144)
    #expect(abs(errors) < 4)
  }

  @Test
  func negativeNamesTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomStream(seed: 1, purpose: 1, voter: -1)
    }
  }
}
