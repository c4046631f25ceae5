import Scenarios

extension [AxisValue] {
  /// The axes with their values in a line for people; empty without axes.
  var shownText: String {
    map { "\($0.axis) = \($0.value.shownText)" }.joined(separator: ", ")
  }
}
