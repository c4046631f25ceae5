/// How much a test tries.
///
/// `swift test` builds without optimisation and is to be over soon, so that costly tests try a part
/// there, which shows gross faults. CI runs them with optimisation, too, and there they try all.
public enum Effort {
  /// How many cases, trials or voters to try: all of them, or a part without optimisation.
  public static func count(_ all: Int, inDebug part: Int) -> Int {
    isWhole ? all : part
  }

  /// Some of what there is to try, far apart: all of it, or every so many without optimisation.
  public static func some<Case>(of cases: [Case], inDebugEvery step: Int) -> [Case] {
    isWhole ? cases : cases.indices.filter { $0 % step == 0 }.map { cases[$0] }
  }

  /// Whether all is tried.
  public static var isWhole: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }
}
