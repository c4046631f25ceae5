import Foundation
import TestSupport
import Testing

struct TemporaryFolderTests {
  @Test func holdsFilesWhileSomebodyHoldsIt() throws {
    var folder: TemporaryFolder? = TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("a".utf8, to: "deep/down")
    try folder?.write("b".utf8, to: ".hidden")
    #expect(try folder?.files() == ["deep/down": [0x61], ".hidden": [0x62]])
    #expect(try folder?.files(in: "deep") == ["down": [0x61]])
    #expect(try folder?.read("deep/down") == [0x61])
    #expect(TemporaryFolder().path != path)
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
