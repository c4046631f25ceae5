import Simulation
import Testing

struct MemberSetTests {
  @Test
  func membersAndOthers() {
    let members = MemberSet([5, 0, 64])
    #expect((0...100).filter(members.contains) == [0, 5, 64])
    #expect(!members.contains(.max))
  }

  @Test
  func theEmptySetHasNoMembers() {
    #expect(!MemberSet([]).contains(0))
  }

  @Test
  func orderOfNamingDoesNotMatter() {
    #expect(MemberSet(0..<3) == MemberSet([2, 0, 1, 2]))
    #expect(MemberSet(0..<3) != MemberSet(0..<4))
  }
}
