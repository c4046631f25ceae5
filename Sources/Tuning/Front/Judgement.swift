/// What is known of a question.
package enum Judgement: String, Sendable {
  case yes
  case no
  case undecided
}
