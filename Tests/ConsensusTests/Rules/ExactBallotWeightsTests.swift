import Testing

@testable import Consensus

/// Sums of whole numbers that doubles cannot hold.
struct ExactBallotWeightsTests {
  /// Made with Python 3: `a / (a + b)`.
  @Test(
    arguments: [
      (9_007_199_254_740_992, 9_007_199_254_740_993, 0.5),
      (1, 4_611_686_018_427_387_904, 2.168404344971009e-19),
      (4_611_686_018_427_387_904, 1, 1.0),
      (9_007_199_254_740_993, 3, 0.9999999999999997),
      (0, 5, 0.0), (5, 0, 1.0),
      (413_363_302_318_850_201, 881_168, 0.9999999999978683),
      (4_350_464_998_420_854_903, 934_106_634_596_949, 0.9997853318870449),
      (6_697_632_617_140_470, 1_137_116_483_954_045_184, 0.005855525404090989),
      (470_273_911_652_870_504, 13_171_831_529_501_593, 0.9727542713629134),
      (5_034_708_446_254_700, 15_626_757_110_864_929, 0.24367624998991494),
      (3_513_760_836_291_908_190, 145_508, 0.9999999999999586),
      (1_152_921_504_606_846_976, 1_152_921_504_606_847_176, 0.49999999999999994),
    ] as [(Int, Int, Double)])
  func sharesAreThoseOfPython(approve: Int, reject: Int, share: Double) {
    var weights = ExactBallotWeights()
    weights.add(.approve, weight: approve)
    weights.add(.reject, weight: reject)
    weights.add(.abstain, weight: 7)
    #expect(weights.approvingShare == share)
  }

  @Test func nothingHasNoShare() {
    #expect(ExactBallotWeights().approvingShare.isNaN)
  }
}
