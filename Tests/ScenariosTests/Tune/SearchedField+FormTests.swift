import Scenarios
import Testing

/// Searches that are refused; those that are read stand with the rest of a request.
struct SearchedFieldFormTests {
  @Test(arguments: [
    (
      #"{"ties": "all", "quorum_faction": "all"}"#,
      #"3:36: tune.search.quorum_faction: unknown key (did you mean 'quorum_fraction'?)"#
    ),
    (
      #"{"config.ties": "all"}"#,
      #"3:21: tune.search.config.ties: unknown key"#
    ),
    (
      #"{"quorum_fraction": "all", "config.quorum_fraction": [0.5]}"#,
      """
      3:73: tune.search.config.quorum_fraction: config.quorum_fraction is listed twice; it may be \
      listed once
      """
    ),
    (
      #"{"ties": []}"#,
      "3:29: tune.search.ties: the list has 0 elements; at least 1 are needed"
    ),
    (
      #"{"quorum_fraction": [0.5, "1/2"]}"#,
      #"3:46: tune.search.quorum_fraction[1]: "1/2" is listed twice; each element may be listed once"#
    ),
    (
      #"{"quorum_fraction": [0.5, 0]}"#,
      """
      3:46: tune.search.quorum_fraction[1]: 0 is not allowed; it must be a number above 0 and at \
      most 1
      """
    ),
    (
      #"{"ties": "aprove"}"#,
      "3:29: tune.search.ties: unknown value 'aprove' (did you mean 'approve'?)"
    ),
    (
      #"{"ties": {"from": 0, "to": 1}}"#,
      "3:29: tune.search.ties: an object is not allowed; it must be a string"
    ),
    (
      #"{"allow_vote_change": "yes"}"#,
      "3:42: tune.search.allow_vote_change: a string is not allowed; it must be true or false"
    ),
    (
      #"{"max_active_proposals": 0.5}"#,
      """
      3:45: tune.search.max_active_proposals: 0.5 is not allowed; it must be a whole number from 1 \
      to 1000000000
      """
    ),
    (
      #"{"quorum_fraction": {"from": 0.9, "to": 0.5}}"#,
      "3:40: tune.search.quorum_fraction: 'from' is greater than 'to'; it must be at most 'to'"
    ),
    (
      #"{"quorum_fraction": {"from": 0.9, "to": 0.5, "step": 0.1}}"#,
      "3:40: tune.search.quorum_fraction: 'from' is greater than 'to'; it must be at most 'to'"
    ),
    (
      #"{"quorum_fraction": {"from": 1.5, "to": 2}}"#,
      """
      3:40: tune.search.quorum_fraction: no value of this range is allowed; quorum_fraction must be \
      a number above 0 and at most 1
      """
    ),
    (
      #"{"quorum_fraction": {"from": -1, "to": 0}}"#,
      """
      3:40: tune.search.quorum_fraction: no value of this range is allowed; quorum_fraction must be \
      a number above 0 and at most 1
      """
    ),
    (
      #"{"weight_cap": {"from": 0, "to": 0.5}}"#,
      """
      3:35: tune.search.weight_cap: no value of this range is allowed; weight_cap must be a number \
      above 0 and at most 1, or null
      """
    ),
    (
      #"{"max_active_proposals": {"from": 0.25, "to": 0.75, "step": 0.5}}"#,
      """
      3:45: tune.search.max_active_proposals: no value of this range is allowed; \
      max_active_proposals must be a whole number of at least 1
      """
    ),
    (
      #"{"max_active_proposals": {"from": 2000000000, "to": 2000000001}}"#,
      """
      3:45: tune.search.max_active_proposals: no value of this range is allowed; \
      max_active_proposals must be a whole number of at least 1
      """
    ),
    (
      #"{"quorum_fraction": {"from": 0.5, "to": 1, "step": 0}}"#,
      "3:40: tune.search.quorum_fraction: the step is 0; it must be above 0"
    ),
    (
      #"{"quorum_fraction": {"from": 0, "to": 1, "step": 0.0001}}"#,
      """
      3:40: tune.search.quorum_fraction: the range has too many values; at most 10000 are allowed
      """
    ),
    (
      #"{"default_expiry_seconds": {"from": 0, "to": 1000}}"#,
      """
      3:47: tune.search.default_expiry_seconds: the range has 1001 values; at most 1000 are allowed
      """
    ),
    (
      #"{"quorum_fraction": {"from": 0.5}}"#,
      "3:40: tune.search.quorum_fraction: the key 'to' is missing"
    ),
    (#"["ties"]"#, "3:20: tune.search: a list is not allowed; it must be an object"),
  ])
  func aSearchIsRefused(search: String, problem: String) {
    let found = TunedFile.problems("{\"search\": \(search)}")
    #expect(found.count == 1)
    // Lists of all keys and words are tested where they are made.
    #expect(found.first?.hasPrefix(problem) == true, "\(found)")
  }

  @Test(arguments: ["max_active_proposals", "weight_cap", "default_expiry_seconds"])
  func thereIsNoEndOfNumbers(key: String) {
    #expect(
      TunedFile.problems("{\"search\": {\"\(key)\": \"all\"}}") == [
        """
        3:\(25 + key.count): tune.search.\(key): there is no end of values of \(key); list some, or \
        give a range with a step
        """
      ])
  }
}
