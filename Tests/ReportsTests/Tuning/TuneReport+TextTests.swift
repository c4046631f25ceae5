import Reports
import Testing

/// The table of a search for people, and the sentences below it.
struct TuneReportTextTests {
  private func text(_ scenario: String) async throws -> String {
    try await TunedSample.report(scenario).text(folder: "out", as: TableView(width: 200))
  }

  /// Own settings and advice come first, then what else is in the front, with the least harm first.
  @Test func theFrontBeginsWithTheLeastHarm() async throws {
    // More approvals needed are fewer false approvals, but more false rejections.
    let text = try await text(
      """
      {"name": "four", "voters": [
        {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9}],
       "workload": {"proposals": 5}, "costs": {"false_approval": 2},
       "tune": {"faults": 1, "objectives": ["false_approval_rate", "false_rejection_rate"],
         "search": {"majority_threshold": "all"},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    // From one approval to four, where e is 0.1, of three honest voters: 1 + e³/2, then twice
    // (1 - (1 - e)³) + (3(1 - e)e² + e³)/2, then twice that with the halves changed, and 1/2 + e³.
    let rows = text.split(separator: "\n").drop { !$0.contains("no.") }.dropFirst()
    let numbers = rows.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    #expect(numbers == [3, 4, 5, 2, 6, 1])
  }

  @Test func whatIsLikelyIsNotRecommended() async throws {
    let open = try await text(TunedSample.open)
    #expect(open.contains("likeliest"))
    #expect(!open.contains("recommended"))
    #expect(
      open.contains(
        "0 trials were run, and no more are allowed. Of 2 configurations it is open whether the "
          + "front has it."))
    // A tie approves, so that a liar and whoever else votes first approve, but do not reject.
    #expect(
      open.contains(
        "it guarantees no false approval against 0 faulty voters, no false rejection against 1 "
          + "faulty voter"))
    let sure = try await text(TunedSample.sure)
    #expect(sure.contains("recommended, front"))
    #expect(sure.contains("No trials were needed."))
    #expect(sure.contains("Set majority_threshold to 0.6.\n"))
    #expect(
      sure.contains("At worst expected_harm is 0 (by liar); with the scenario's own settings 0.5"))
  }

  /// Nobody knows when votes arrive at each honest voter, and the best adversary cannot be tried.
  @Test func whatNoTrialShowsIsToldSo() async throws {
    let words = try await text(
      """
      {"name": "replicated", "mode": "replicated", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.8, "abstain": 0.1,
         "latency": {"exponential": {"mean": 2}}},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "workload": {"proposals": 2},
       "tune": {"max_trials": 200, "objectives": ["quorum_failure_rate"],
         "search": {"quorum_fraction": [0.5]}, "adversaries": [
           "worst", {"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """
    ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("What worst can do is known within bounds, and no trial shows it."))
    #expect(words.contains(/In peace expected_harm is [0-9.]+ \(from [0-9.]+ to [0-9.]+\)/))
    #expect(try await !text(TunedSample.open).contains("no trial shows it"))
  }

  /// Fewer trials than there may be were enough to see that more would tell nothing.
  @Test func trialsThatStoppedEarlyAreToldSo() async throws {
    let text = try await text(
      TunedSample.four(
        """
        , "tune": {"max_trials": 3000, "objectives": ["quorum_failure_rate"],
          "search": {"ties": "all"}, "adversaries": [
            {"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]}
        """))
    #expect(text.contains("of at most 3,000 trials were run: the rest would probably decide"))
  }
}
