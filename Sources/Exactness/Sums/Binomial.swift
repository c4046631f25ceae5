/// The probability of each number of successes among independent events.
///
/// They are found from the most likely number outwards, each from the one beside it, so that nothing
/// overflows and a small one is as precise as a large one.
///
/// - Parameters:
///   - success: the probability of success, or a multiple of it.
///   - failure: the probability of failure, or the same multiple of it. It is not 1 minus the other:
///     a small one would lose its digits.
///   - smallest: a number that is less likely than this share of the most likely one counts as
///     impossible, and so do those beyond it.
func binomial(
  _ count: Int, _ success: Double, or failure: Double, ignoring smallest: Double = 0
) -> [Double] {
  var chances = Array(repeating: 0.0, count: count + 1)
  if success <= 0 || failure <= 0 {
    chances[success <= 0 ? 0 : count] = 1
    return chances
  }
  let mode = min(count, Int(Double(count + 1) * (success / (success + failure))))
  let odds = success / failure
  chances[mode] = 1
  var sum = 1.0
  var chance = 1.0
  for number in stride(from: mode, to: count, by: 1) {
    chance = chance * odds * Double(count - number) / Double(number + 1)
    if chance <= smallest { break }
    chances[number + 1] = chance
    sum += chance
  }
  chance = 1
  for number in stride(from: mode, to: 0, by: -1) {
    chance = chance / odds * Double(number) / Double(count - number + 1)
    if chance <= smallest { break }
    chances[number - 1] = chance
    sum += chance
  }
  return chances.map { $0 / sum }
}
