/// The candidate that a misspelt word most likely means; nil if none is close.
///
/// A candidate is close if at most a third of the letters of the word must be changed, removed,
/// added or swapped with a neighbour. If there is none, a candidate that begins with the word is
/// taken. Of several equally close candidates the first is taken.
///
/// - Complexity: O(*n* · *m*) in the lengths of the two words, for each candidate of similar length.
package func closestSpelling(to word: String, among candidates: [String]) -> String? {
  // No candidate is nearly as long, and a hostile word may have millions of letters.
  if word.utf8.count > 256 { return nil }
  let letters = Array(word.lowercased())
  var closest: (candidate: String, distance: Int)?
  for candidate in candidates {
    let candidateLetters = Array(candidate.lowercased())
    let longer = max(letters.count, candidateLetters.count)
    // At least one letter must stay: a word of one letter is not a misspelling of another.
    let allowed = min(max(1, longer / 3), longer - 1)
    guard abs(letters.count - candidateLetters.count) <= allowed else { continue }
    let distance = editDistance(letters, candidateLetters)
    if distance <= allowed && distance < closest?.distance ?? .max {
      closest = (candidate, distance)
    }
  }
  if let closest { return closest.candidate }
  return word.count < 3 ? nil : candidates.first { $0.lowercased().hasPrefix(word.lowercased()) }
}

/// The hint for a word that is not allowed: ` (did you mean 'this'?)`, or an empty string.
package func spellingHint(for word: String, among candidates: [String]) -> String {
  closestSpelling(to: word, among: candidates).map { " (did you mean '\($0)'?)" } ?? ""
}

/// The number of letters that must be changed, removed, added or swapped with a neighbour (optimal
/// string alignment).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var best = min(
        previous[j] + (a[i] == b[j] ? 0 : 1),
        previous[j + 1] + 1,
        current[j] + 1)
      if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
