import Foundation
import TestSupport
import Testing

/// What is public is meant: the list of it, made from the sources, is a page that somebody has looked
/// at, and nothing else is public.
struct PublicInterfaceTests {
  @Test func thePageListsEveryPublicType() throws {
    let page = try PublicInterface.ofRepository().page
    Snapshot.expect(
      page, equals: "PublicInterface.md",
      in: Repository.root.appending(path: "Sources/QuorumLab.docc"))
  }

  /// A module that the product leaves out is for this package alone.
  @Test func nothingIsPublicOutsideTheProduct() throws {
    let inside = try PublicInterface.productModules()
    #expect(inside.count > 10)
    for target in try PackageManifest.ofRepository().targets
    where target.folder.hasPrefix("Sources/") && !inside.contains(target.name) {
      let names = try PublicInterface.types(ofFilesIn: target.folder).map(\.name)
      #expect(names == [], "\(target.name)")
    }
  }

  @Test func typesAreFoundWithTheirSentences() {
    let types = PublicInterface.types(
      in: """
        /// A value. More of it.
        @frozen public struct Value: Sendable {
          /// Inside.
          public enum Kind { case one }
          struct Hidden {}
        }
        /// Another one,
        /// over two lines.
        public protocol Other {}
        package struct Ours {}
        extension Value {
          public struct Late {}
        }
        """)
    #expect(types.map(\.name) == ["Value", "Value.Kind", "Other", "Value.Late"])
    #expect(types.map(\.sentence) == ["A value.", "Inside.", "Another one, over two lines.", ""])
  }
}
